package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.Arrays;

/**
 * Turns squares of 16 by 16 pixels into quantised coefficients: four blocks of luminance, one of each chrominance. Not
 * thread-safe.
 */
final class JpegBlocks {
    static final int SIDE = JpegPlanes.SIDE;

    private final JpegSteps luminance;
    private final JpegSteps chrominance;
    private final JpegPlanes planes = new JpegPlanes();
    private final ForwardDct dct = new ForwardDct();

    /* By block, which of its coefficients are other than 0, bit by bit: the first 32 in zigzag order, and the others. */
    private int[] presentFirst = {};
    private int[] presentLast = {};

    JpegBlocks(int quality) {
        luminance = new JpegSteps(JpegTables.luminance(quality));
        chrominance = new JpegSteps(JpegTables.chrominance(quality));
    }

    /** Writes the coefficients of squares side by side, from the beginning. */
    void squares(Bitmap bitmap, int left, int top, int count, JpegCoefficients coefficients) {
        planes.load(bitmap, left, top, count);
        coefficients.reserve(count);
        for (int y = 0; y < 2; y++) {
            quantised(planes.luminance, 8 * y, 2 * count, luminance);
            for (int block = 0; block < 2 * count; block++) {
                put(block, 2 * count, coefficients, (block >> 1) * JpegCoefficients.BLOCKS + 2 * y + (block & 1));
            }
        }
        for (int i = 0; i < 2; i++) {
            quantised(planes.chrominance[i], 0, count, chrominance);
            for (int block = 0; block < count; block++) {
                put(block, count, coefficients, block * JpegCoefficients.BLOCKS + 4 + i);
            }
        }
    }

    /** Transforms blocks side by side, and quantises what the transform gives, where that stands. */
    private void quantised(int[][] plane, int top, int blocks, JpegSteps steps) {
        dct.transform(plane, top, blocks);
        if (presentFirst.length < blocks) {
            presentFirst = new int[blocks];
            presentLast = new int[blocks];
        }
        Arrays.fill(presentFirst, 0, blocks, 0);
        Arrays.fill(presentLast, 0, blocks, 0);
        for (int i = 0; i < 64; i++) {
            int[] row = dct.rows[JpegTables.ZIGZAG[i] >> 3];
            int from = (JpegTables.ZIGZAG[i] & 7) * blocks;
            steps.quantise(i, row, from, blocks);
            note(row, from, i < 32 ? presentFirst : presentLast, 1 << i, blocks);
        }
    }

    /** Sets a bit for each value other than 0. */
    private static void note(int[] values, int from, int[] present, int bit, int count) {
        for (int i = 0; i < count; i++) {
            int value = values[from + i];
            present[i] |= (value | -value) >> 31 & bit;
        }
    }

    /** Takes over the coefficients of one of the transformed blocks. */
    private void put(int block, int blocks, JpegCoefficients coefficients, int to) {
        long present = (long) presentLast[block] << 32 | presentFirst[block] & 0xFFFFFFFFL;
        coefficients.present[to] = present;
        coefficients.values[64 * to] = (short) dct.rows[0][block];
        for (long left = present & ~1; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            int place = JpegTables.ZIGZAG[i];
            coefficients.values[64 * to + i] = (short) dct.rows[place >> 3][(place & 7) * blocks + block];
        }
    }
}
