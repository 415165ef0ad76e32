package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;

/**
 * Turns squares of 16 by 16 pixels into quantised coefficients: four blocks of luminance, one of each chrominance. Not
 * thread-safe.
 */
final class JpegBlocks {
    static final int SIDE = JpegPlanes.SIDE;

    private final JpegSteps luminance;
    private final JpegSteps chrominance;
    private final JpegPlanes planes = new JpegPlanes();
    private final int[] samples = new int[64];

    JpegBlocks(int quality) {
        luminance = new JpegSteps(JpegTables.luminance(quality));
        chrominance = new JpegSteps(JpegTables.chrominance(quality));
    }

    /** Writes the coefficients of squares side by side, from the beginning. */
    void squares(Bitmap bitmap, int left, int top, int count, JpegCoefficients coefficients) {
        planes.load(bitmap, left, top, count);
        coefficients.reserve(count);
        for (int square = 0; square < count; square++) {
            int block = square * JpegCoefficients.BLOCKS;
            for (int i = 0; i < 4; i++) {
                take(planes.luminance, square * SIDE + (i & 1) * 8, (i >> 1) * 8);
                block(luminance, coefficients, block + i);
            }
            for (int i = 0; i < 2; i++) {
                take(planes.chrominance[i], square * 8, 0);
                block(chrominance, coefficients, block + 4 + i);
            }
        }
    }

    private void take(int[][] plane, int x, int y) {
        for (int row = 0; row < 8; row++) {
            System.arraycopy(plane[y + row], x, samples, 8 * row, 8);
        }
    }

    private void block(JpegSteps steps, JpegCoefficients coefficients, int block) {
        short[] values = coefficients.values;
        int to = 64 * block;
        if (flat()) {
            for (int i = 1; i < 64; i++) {
                values[to + i] = 0;
            }
            values[to] = (short) steps.quantised(0, samples[0] * 64);
            coefficients.present[block] = 0;
            return;
        }
        ForwardDct.transform(samples, 0);
        long present = 0;
        for (int i = 0; i < 64; i++) {
            int value = steps.quantised(i, samples[JpegTables.ZIGZAG[i]]);
            values[to + i] = (short) value;
            present |= (long) (value != 0 ? 1 : 0) << i;
        }
        coefficients.present[block] = present;
    }

    private boolean flat() {
        int first = samples[0];
        for (int i = 1; i < 64; i++) {
            if (samples[i] != first) {
                return false;
            }
        }
        return true;
    }
}
