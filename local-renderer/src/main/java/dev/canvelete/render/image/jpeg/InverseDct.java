package dev.canvelete.render.image.jpeg;

import java.util.Arrays;

/**
 * The inverse cosine transform (T.81 A.3.3) of blocks side by side, to as many samples as a block has or to a half, a
 * quarter or an eighth as many across and down. Loops go over the blocks, so that the compiler turns them into vector instructions.
 *
 * <p>To 8, with the constants of C. Loeffler, A. Ligtenberg and G. Moschytz, "Practical Fast 1-D DCT Algorithms with 11
 * Multiplications" (ICASSP 1989), multiplied out, rounded where the Independent JPEG Group's "slow integer" transform
 * rounds: browsers show the same. To 4, 2 or 1, each sample is the mean of the square of samples that the whole transform
 * would give in its place: a mean of cosines is a sum of cosines too, so it costs no more to go there directly.
 * Immutable, thread-safe.
 */
final class InverseDct {
    private static final int LARGEST = 8;

    private static final int FRACTION = 13;
    /** Bits of fraction that are kept between the two passes. */
    private static final int KEPT = 2;
    /** Each pass leaves its results too large by the square root of 8. */
    private static final int GAIN = 3;

    private static final int[][] WHOLE = {
        {8192, 11363, 10703, 9633, 8192, 6437, 4433, 2260},
        {8192, 9633, 4433, -2259, -8192, -11362, -10704, -6436},
        {8192, 6437, -4433, -11362, -8192, 2261, 10704, 9633},
        {8192, 2260, -10703, -6436, 8192, 9633, -4433, -11363},
    };

    private static final InverseDct[] BY_HALVINGS = {
        new InverseDct(8, WHOLE),
        new InverseDct(4, weights(4)),
        new InverseDct(2, weights(2)),
        new InverseDct(1, weights(1))
    };

    private final int size;
    /** For the first half of the samples, what each coefficient adds to it. */
    private final int[][] weights;

    private InverseDct(int size, int[][] weights) {
        this.size = size;
        this.weights = weights;
    }

    private static int[][] weights(int size) {
        int[][] weights = new int[(size + 1) / 2][8];
        for (int x = 0; x < weights.length; x++) {
            for (int u = 0; u < 8; u++) {
                double scale = u == 0 ? 1 : StrictMath.sqrt(2);
                weights[x][u] = (int) StrictMath.round(mean(x, u, 8 / size) * scale * (1 << FRACTION));
            }
        }
        return weights;
    }

    private static double mean(int x, int u, int each) {
        double sum = 0;
        for (int i = 0; i < each; i++) {
            sum += StrictMath.cos((2 * (x * each + i) + 1) * u * StrictMath.PI / 16);
        }
        return sum / each;
    }

    /**
     * The transform to {@code size} samples in each direction.
     *
     * @param size 1, 2, 4 or 8
     */
    static InverseDct to(int size) {
        return BY_HALVINGS[Integer.numberOfLeadingZeros(size) - Integer.numberOfLeadingZeros(LARGEST)];
    }

    /** What transforms work in, and their results. Not thread-safe. */
    static final class Scratch {
        private final int[][] down = new int[LARGEST][0];
        private final int[][] turned = new int[8][0];

        /** By column of the blocks' samples, for one row after the other, a sample of each block, of 0..255. */
        final int[][] samples = new int[LARGEST][0];

        private void reserve(int size, int blocks) {
            reserve(down, size, 8 * blocks);
            reserve(turned, 8, size * blocks);
            reserve(samples, size, size * blocks);
        }

        private static void reserve(int[][] arrays, int count, int length) {
            for (int i = 0; i < count; i++) {
                if (arrays[i].length < length) {
                    arrays[i] = new int[length];
                }
            }
        }
    }

    /** Transforms a row of blocks. */
    void transform(BlockRow row, Scratch scratch) {
        int blocks = row.blocks;
        int columns = row.columns();
        scratch.reserve(size, blocks);
        pass(row.coefficients, row.rows(), FRACTION - KEPT, scratch.down, columns * blocks);
        for (int u = 0; u < 8; u++) {
            if (u >= columns) {
                Arrays.fill(scratch.turned[u], 0, size * blocks, 0);
                continue;
            }
            for (int y = 0; y < size; y++) {
                System.arraycopy(scratch.down[y], u * blocks, scratch.turned[u], y * blocks, blocks);
            }
        }
        pass(scratch.turned, columns, FRACTION + KEPT + GAIN, scratch.samples, size * blocks);
        for (int x = 0; x < size; x++) {
            clamp(scratch.samples[x], size * blocks);
        }
    }

    /**
     * Transforms lines: each has a value in each of the arrays.
     *
     * @param frequencies how many may be other than 0
     */
    private void pass(int[][] from, int frequencies, int shift, int[][] into, int count) {
        for (int x = 0; x < weights.length; x++) {
            int[] first = into[x];
            int[] last = into[size - 1 - x];
            if (frequencies <= 4) {
                few(from, weights[x], shift, first, last, count);
            } else {
                all(from, weights[x], shift, first, last, count);
            }
        }
    }

    /** Even cosines are the same from both ends of a line, odd ones are opposite: half the work does for both halves. */
    private static void few(int[][] from, int[] weights, int shift, int[] first, int[] last, int count) {
        int[] c0 = from[0];
        int[] c1 = from[1];
        int[] c2 = from[2];
        int[] c3 = from[3];
        int w0 = weights[0];
        int w1 = weights[1];
        int w2 = weights[2];
        int w3 = weights[3];
        int half = 1 << (shift - 1);
        for (int i = 0; i < count; i++) {
            int even = c0[i] * w0 + c2[i] * w2 + half;
            int odd = c1[i] * w1 + c3[i] * w3;
            first[i] = even + odd >> shift;
            last[i] = even - odd >> shift;
        }
    }

    private static void all(int[][] from, int[] weights, int shift, int[] first, int[] last, int count) {
        int[] c0 = from[0];
        int[] c1 = from[1];
        int[] c2 = from[2];
        int[] c3 = from[3];
        int[] c4 = from[4];
        int[] c5 = from[5];
        int[] c6 = from[6];
        int[] c7 = from[7];
        int w0 = weights[0];
        int w1 = weights[1];
        int w2 = weights[2];
        int w3 = weights[3];
        int w4 = weights[4];
        int w5 = weights[5];
        int w6 = weights[6];
        int w7 = weights[7];
        int half = 1 << (shift - 1);
        for (int i = 0; i < count; i++) {
            int even = c0[i] * w0 + c2[i] * w2 + c4[i] * w4 + c6[i] * w6 + half;
            int odd = c1[i] * w1 + c3[i] * w3 + c5[i] * w5 + c7[i] * w7;
            first[i] = even + odd >> shift;
            last[i] = even - odd >> shift;
        }
    }

    private static void clamp(int[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(0, Math.min(255, values[i] + 128));
        }
    }
}
