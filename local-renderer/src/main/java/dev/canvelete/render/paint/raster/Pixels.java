package dev.canvelete.render.paint.raster;

/**
 * Arithmetic on premultiplied {@code 0xAARRGGBB} pixels in 8 bits, two channels at a time.
 *
 * <p>Factors of 0..255 are stretched to 0..256 (by adding their top bit), so that a shift divides. This is how Skia's
 * software blitters round: full coverage changes nothing, what is opaque stays opaque, and no channel can pass its alpha.
 */
final class Pixels {
    private static final int EVEN = 0x00FF00FF;
    private static final int HALF = 0x00800080;

    private Pixels() {}

    /** A product of two values of 0..255, as fractions of 255, rounded. */
    static int multiply(int a, int b) {
        int product = a * b + 128;
        return (product + (product >>> 8)) >>> 8;
    }

    static int premultiply(int argb) {
        int alpha = argb >>> 24;
        return alpha << 24
                | multiply(argb >>> 16 & 0xFF, alpha) << 16
                | multiply(argb >>> 8 & 0xFF, alpha) << 8
                | multiply(argb & 0xFF, alpha);
    }

    /** A pixel with its opacity multiplied by {@code coverage / 255}. */
    static int scale(int pixel, int coverage) {
        int factor = coverage + (coverage >>> 7);
        return ((pixel & EVEN) * factor + HALF >>> 8 & EVEN) | ((pixel >>> 8 & EVEN) * factor + HALF & ~EVEN);
    }

    /** What is seen when {@code source} lies over {@code backdrop}. */
    static int over(int source, int backdrop) {
        int rest = 255 - (source >>> 24);
        int factor = rest + (rest >>> 7);
        return source
                + (((backdrop & EVEN) * factor + HALF >>> 8 & EVEN)
                        | ((backdrop >>> 8 & EVEN) * factor + HALF & ~EVEN));
    }

    /** A pixel between two: {@code weight} of 0..256 of the second. */
    static int mix(int first, int second, int weight) {
        int other = 256 - weight;
        return ((first & EVEN) * other + (second & EVEN) * weight + HALF >>> 8 & EVEN)
                | ((first >>> 8 & EVEN) * other + (second >>> 8 & EVEN) * weight + HALF & ~EVEN);
    }

    /** Whether pixels are all opaque. */
    static boolean opaque(int[] pixels, int from, int count) {
        int common = -1;
        for (int i = from; i < from + count; i++) {
            common &= pixels[i];
        }
        return common >>> 24 == 0xFF;
    }

    /* Runs of pixels: loops as short as these the compiler turns into vector instructions. */

    /** Multiplies the opacity of a run of pixels by {@code coverage / 255}. */
    static void scale(int[] pixels, int from, int count, int coverage) {
        if (coverage < 255) {
            for (int i = from; i < from + count; i++) {
                pixels[i] = scale(pixels[i], coverage);
            }
        }
    }

    /** Lays a run of pixels over another. */
    static void over(int[] sources, int from, int count, int[] backdrops, int at) {
        for (int i = 0; i < count; i++) {
            backdrops[at + i] = over(sources[from + i], backdrops[at + i]);
        }
    }

    /** Replaces the first pixels of {@code into} by those between {@code first} and {@code second}. */
    static void mix(int[] first, int[] second, int weight, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = mix(first[i], second[i], weight);
        }
    }

    /** The same with a weight for each pixel. */
    static void mix(int[] first, int[] second, int[] weights, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = mix(first[i], second[i], weights[i]);
        }
    }
}
