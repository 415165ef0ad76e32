package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.Arrays;

/**
 * The samples of a run of squares: luminance, and both chrominances with half its resolution (4:2:0). Colours are those of
 * JFIF 1.02; transparent pixels are laid over white. Pixels beyond the edges repeat the last ones. Whole rows are worked
 * on, in loops that the compiler turns into vector instructions. Not thread-safe.
 */
final class JpegPlanes {
    static final int SIDE = 16;

    private static final int BITS = 16;
    private static final int EVEN = 0x00FF00FF;

    /** Rows of samples, each -128..127. */
    final int[][] luminance = new int[SIDE][];

    /** The chrominances, blue and red. */
    final int[][][] chrominance = new int[2][SIDE / 2][];

    private int room;
    private int[] upper = {};
    private int[] lower = {};
    private int[] evenSums = {};
    private int[] greenSums = {};

    /** Takes the samples of squares side by side. */
    void load(Bitmap bitmap, int left, int top, int squares) {
        int width = squares * SIDE;
        reserve(width);
        for (int y = 0; y < SIDE; y += 2) {
            row(bitmap, left, top + y, width, upper);
            row(bitmap, left, top + y + 1, width, lower);
            luminance(upper, width, luminance[y]);
            luminance(lower, width, luminance[y + 1]);
            add(upper, lower, width);
            chrominance(width / 2, chrominance[0][y / 2], chrominance[1][y / 2]);
        }
    }

    private void reserve(int width) {
        if (room < width) {
            room = width;
            upper = new int[width];
            lower = new int[width];
            evenSums = new int[width];
            greenSums = new int[width];
            Arrays.setAll(luminance, y -> new int[width]);
            for (int[][] plane : chrominance) {
                Arrays.setAll(plane, y -> new int[width / 2]);
            }
        }
    }

    private static void row(Bitmap bitmap, int left, int y, int width, int[] into) {
        int columns = Math.min(width, bitmap.width() - left);
        System.arraycopy(bitmap.argb(), Math.min(y, bitmap.height() - 1) * bitmap.width() + left, into, 0, columns);
        Arrays.fill(into, columns, width, into[columns - 1]);
        if (!ColorTraits.opaque(into, 0, width)) {
            for (int x = 0; x < width; x++) {
                into[x] = Alpha.overWhite(into[x]);
            }
        }
    }

    private static void luminance(int[] pixels, int width, int[] into) {
        for (int x = 0; x < width; x++) {
            int pixel = pixels[x];
            int weighted = 19595 * (pixel >> 16 & 0xFF) + 38470 * (pixel >> 8 & 0xFF) + 7471 * (pixel & 0xFF);
            into[x] = (weighted + (1 << (BITS - 1)) >> BITS) - 128;
        }
    }

    /** Adds up two rows, red and blue in one int. */
    private void add(int[] one, int[] other, int width) {
        for (int x = 0; x < width; x++) {
            evenSums[x] = (one[x] & EVEN) + (other[x] & EVEN);
            greenSums[x] = (one[x] >> 8 & 0xFF) + (other[x] >> 8 & 0xFF);
        }
    }

    /** The chrominance of the mean of two by two pixels. */
    private void chrominance(int width, int[] blues, int[] reds) {
        int half = (1 << (BITS + 1)) - 1;
        for (int x = 0; x < width; x++) {
            int even = evenSums[2 * x] + evenSums[2 * x + 1];
            int red = even >> 16;
            int green = greenSums[2 * x] + greenSums[2 * x + 1];
            int blue = even & 0xFFFF;
            blues[x] = -11059 * red - 21709 * green + 32768 * blue + half >> BITS + 2;
            reds[x] = 32768 * red - 27439 * green - 5329 * blue + half >> BITS + 2;
        }
    }
}
