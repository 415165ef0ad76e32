package dev.canvelete.render.resolve.text;

/** Chromium's unit of layout, a 64th of a pixel: lengths are rounded to it where Chromium rounds them. */
final class LayoutUnit {
    private static final int PER_PIXEL = 64;

    private LayoutUnit() {}

    static double floor(double pixels) {
        return Math.floor(pixels * PER_PIXEL) / PER_PIXEL;
    }

    /** Upwards, but for the noise of adding floating point numbers. */
    static double ceil(double pixels) {
        return Math.ceil(pixels * PER_PIXEL - 1e-6) / PER_PIXEL;
    }
}
