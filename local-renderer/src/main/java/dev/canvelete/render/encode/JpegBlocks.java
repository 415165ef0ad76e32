package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;

/**
 * Turns squares of 16 by 16 pixels into quantised coefficients: four blocks of luminance, one of each chrominance, which
 * has half the resolution (4:2:0). Colours are those of JFIF 1.02; transparent pixels are laid over white. Pixels beyond
 * the edges repeat the last ones. Not thread-safe.
 */
final class JpegBlocks {
    static final int SIDE = 16;
    static final int COEFFICIENTS = 6 * 64;

    private static final int BITS = 16;
    private static final int RECIPROCAL_BITS = 27;

    private final int[] luminanceSteps;
    private final int[] chrominanceSteps;
    private final int[] samples = new int[COEFFICIENTS];
    private final int[] pixels = new int[SIDE * SIDE];

    JpegBlocks(int quality) {
        luminanceSteps = JpegTables.luminance(quality);
        chrominanceSteps = JpegTables.chrominance(quality);
    }

    /** Writes the square's coefficients, each block in zigzag order, from {@code to} on. */
    void square(Bitmap bitmap, int left, int top, short[] coefficients, int to) {
        load(bitmap, left, top);
        for (int y = 0; y < SIDE; y += 2) {
            for (int x = 0; x < SIDE; x += 2) {
                convert(x, y);
            }
        }
        for (int block = 0; block < 6; block++) {
            block(64 * block, block < 4 ? luminanceSteps : chrominanceSteps, coefficients, to + 64 * block);
        }
    }

    private void load(Bitmap bitmap, int left, int top) {
        int columns = Math.min(SIDE, bitmap.width() - left);
        for (int y = 0; y < SIDE; y++) {
            int row = Math.min(top + y, bitmap.height() - 1) * bitmap.width() + left;
            for (int x = 0; x < SIDE; x++) {
                int pixel = bitmap.argb()[row + Math.min(x, columns - 1)];
                pixels[y * SIDE + x] = pixel >>> 24 == 0xFF ? pixel : Alpha.overWhite(pixel);
            }
        }
    }

    /** Converts two by two pixels; chrominance is that of their mean. */
    private void convert(int x, int y) {
        int at = y * SIDE + x;
        int to = (y >> 3) * 128 + (x >> 3) * 64 + (y & 7) * 8 + (x & 7);
        int a = pixels[at];
        int b = pixels[at + 1];
        int c = pixels[at + SIDE];
        int d = pixels[at + SIDE + 1];
        samples[to] = luminance(a);
        samples[to + 1] = luminance(b);
        samples[to + 8] = luminance(c);
        samples[to + 9] = luminance(d);
        int red = (a >> 16 & 0xFF) + (b >> 16 & 0xFF) + (c >> 16 & 0xFF) + (d >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) + (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + (d >> 8 & 0xFF);
        int blue = (a & 0xFF) + (b & 0xFF) + (c & 0xFF) + (d & 0xFF);
        int half = (1 << (BITS + 1)) - 1;
        int chroma = 256 + (y >> 1) * 8 + (x >> 1);
        samples[chroma] = (-11059 * red - 21709 * green + 32768 * blue + half) >> (BITS + 2);
        samples[chroma + 64] = (32768 * red - 27439 * green - 5329 * blue + half) >> (BITS + 2);
    }

    private static int luminance(int pixel) {
        int weighted = 19595 * (pixel >> 16 & 0xFF) + 38470 * (pixel >> 8 & 0xFF) + 7471 * (pixel & 0xFF);
        return ((weighted + (1 << (BITS - 1))) >> BITS) - 128;
    }

    private void block(int at, int[] steps, short[] coefficients, int to) {
        if (flat(at)) {
            for (int i = 1; i < 64; i++) {
                coefficients[to + i] = 0;
            }
            coefficients[to] = quantised(samples[at] * 64, steps[0]);
            return;
        }
        ForwardDct.transform(samples, at);
        for (int i = 0; i < 64; i++) {
            int place = JpegTables.ZIGZAG[i];
            coefficients[to + i] = quantised(samples[at + place], steps[place]);
        }
    }

    private boolean flat(int at) {
        int first = samples[at];
        for (int i = 1; i < 64; i++) {
            if (samples[at + i] != first) {
                return false;
            }
        }
        return true;
    }

    /** To the nearest step, halves away from 0. The transform's results are 8 times too large. */
    private static short quantised(int coefficient, int step) {
        int magnitude = (Math.abs(coefficient) + 4 * step) / (8 * step);
        return (short) (coefficient < 0 ? -magnitude : magnitude);
    }
}
