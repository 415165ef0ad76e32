package dev.canvelete.render.image;

/** Makes premultiplied pixels. */
final class Premultiplied {
    private Premultiplied() {}

    /** A pixel of colours that are not premultiplied, all 0..255. */
    static int pixel(int alpha, int red, int green, int blue) {
        if (alpha == 255) {
            return 0xFF000000 | red << 16 | green << 8 | blue;
        }
        return alpha << 24 | share(red, alpha) << 16 | share(green, alpha) << 8 | share(blue, alpha);
    }

    private static int share(int color, int alpha) {
        return (color * alpha + 127) / 255;
    }
}
