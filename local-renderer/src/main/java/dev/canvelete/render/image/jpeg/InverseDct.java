package dev.canvelete.render.image.jpeg;

import java.util.Arrays;

/**
 * The inverse cosine transform of a block (T.81 A.3.3), to samples of 8 bits, after C. Loeffler, A. Ligtenberg and
 * G. Moschytz, "Practical Fast 1-D DCT Algorithms with 11 Multiplications" (ICASSP 1989), in fixed point with 13 bits
 * of fraction, rounded where the Independent JPEG Group's "slow integer" transform rounds: browsers show the same.
 */
final class InverseDct {
    private static final int FRACTION = 13;
    /** Bits of fraction that are kept between the two passes. */
    private static final int KEPT = 2;
    /** Each pass leaves its results too large by the square root of 8. */
    private static final int GAIN = 3;

    private static final int C_0_298 = 2446;
    private static final int C_0_390 = 3196;
    private static final int C_0_541 = 4433;
    private static final int C_0_765 = 6270;
    private static final int C_0_899 = 7373;
    private static final int C_1_175 = 9633;
    private static final int C_1_501 = 12299;
    private static final int C_1_847 = 15137;
    private static final int C_1_961 = 16069;
    private static final int C_2_053 = 16819;
    private static final int C_2_562 = 20995;
    private static final int C_3_072 = 25172;

    /** The places of a block's first column below its first row, as bits. */
    private static final long COLUMN = 0x0101010101010100L;

    private InverseDct() {}

    /**
     * Transforms a block, and clears it.
     *
     * @param block dequantized, row by row
     * @param places which of the coefficients may be other than 0, bit by bit, the first aside
     */
    static void transform(int[] block, long places, byte[] samples, int start, int stride) {
        for (int x = 0; x < 8; x++) {
            if ((places >>> x & COLUMN) == 0) {
                int value = block[x] << KEPT;
                for (int i = x; i < 64; i += 8) {
                    block[i] = value;
                }
            } else {
                line(block, x, 8, FRACTION - KEPT);
            }
        }
        for (int y = 0; y < 8; y++) {
            line(block, 8 * y, 1, FRACTION + KEPT + GAIN);
        }
        for (int y = 0; y < 8; y++) {
            int to = start + y * stride;
            for (int x = 0; x < 8; x++) {
                samples[to + x] = sample(block[8 * y + x]);
            }
        }
        Arrays.fill(block, 0);
    }

    /** The sample for a value around 0. */
    static byte sample(int value) {
        return (byte) Math.max(0, Math.min(255, value + 128));
    }

    /** Transforms one line of a block in place. The names of the odd part's sums are those of the paper's figure. */
    private static void line(int[] block, int first, int step, int shift) {
        int s0 = block[first];
        int s1 = block[first + step];
        int s2 = block[first + 2 * step];
        int s3 = block[first + 3 * step];
        int s4 = block[first + 4 * step];
        int s5 = block[first + 5 * step];
        int s6 = block[first + 6 * step];
        int s7 = block[first + 7 * step];

        int round = 1 << (shift - 1);
        int turned = (s2 + s6) * C_0_541;
        int low = turned - s6 * C_1_847;
        int high = turned + s2 * C_0_765;
        int sum = (s0 + s4 << FRACTION) + round;
        int difference = (s0 - s4 << FRACTION) + round;
        int e0 = sum + high;
        int e1 = difference + low;
        int e2 = difference - low;
        int e3 = sum - high;

        int common = (s7 + s3 + s5 + s1) * C_1_175;
        int z1 = (s7 + s1) * -C_0_899;
        int z2 = (s5 + s3) * -C_2_562;
        int z3 = (s7 + s3) * -C_1_961 + common;
        int z4 = (s5 + s1) * -C_0_390 + common;
        int o0 = s7 * C_0_298 + z1 + z3;
        int o1 = s5 * C_2_053 + z2 + z4;
        int o2 = s3 * C_3_072 + z2 + z3;
        int o3 = s1 * C_1_501 + z1 + z4;

        block[first] = e0 + o3 >> shift;
        block[first + step] = e1 + o2 >> shift;
        block[first + 2 * step] = e2 + o1 >> shift;
        block[first + 3 * step] = e3 + o0 >> shift;
        block[first + 4 * step] = e3 - o0 >> shift;
        block[first + 5 * step] = e2 - o1 >> shift;
        block[first + 6 * step] = e1 - o2 >> shift;
        block[first + 7 * step] = e0 - o3 >> shift;
    }
}
