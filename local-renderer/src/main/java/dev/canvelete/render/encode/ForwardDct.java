package dev.canvelete.render.encode;

/**
 * The forward discrete cosine transform of 8 by 8 samples in integers, by C. Loeffler, A. Ligtenberg and G. Moschytz,
 * "Practical fast 1-D DCT algorithms with 11 multiplications" (ICASSP 1989). Results are 8 times the transform of ITU-T
 * T.81 A.3.3.
 */
final class ForwardDct {
    private static final int BITS = 13;
    private static final int PASS_BITS = 2;

    private static final int C_0_298 = fixed(0.298631336);
    private static final int C_0_390 = fixed(0.390180644);
    private static final int C_0_541 = fixed(0.541196100);
    private static final int C_0_765 = fixed(0.765366865);
    private static final int C_0_899 = fixed(0.899976223);
    private static final int C_1_175 = fixed(1.175875602);
    private static final int C_1_501 = fixed(1.501321110);
    private static final int C_1_847 = fixed(1.847759065);
    private static final int C_1_961 = fixed(1.961570560);
    private static final int C_2_053 = fixed(2.053119869);
    private static final int C_2_562 = fixed(2.562915447);
    private static final int C_3_072 = fixed(3.072711026);

    private ForwardDct() {}

    private static int fixed(double value) {
        return (int) Math.round(value * (1 << BITS));
    }

    /** Transforms the 64 values from {@code at} on in place; samples are -128..127. */
    static void transform(int[] block, int at) {
        for (int row = 0; row < 8; row++) {
            pass(block, at + 8 * row, 1, -PASS_BITS, BITS - PASS_BITS);
        }
        for (int column = 0; column < 8; column++) {
            pass(block, at + column, 8, PASS_BITS, BITS + PASS_BITS);
        }
    }

    /** Transforms eight values that stand {@code step} apart; {@code even} and {@code odd} are how far to scale down. */
    private static void pass(int[] b, int at, int step, int even, int odd) {
        int s0 = b[at] + b[at + 7 * step];
        int d0 = b[at] - b[at + 7 * step];
        int s1 = b[at + step] + b[at + 6 * step];
        int d1 = b[at + step] - b[at + 6 * step];
        int s2 = b[at + 2 * step] + b[at + 5 * step];
        int d2 = b[at + 2 * step] - b[at + 5 * step];
        int s3 = b[at + 3 * step] + b[at + 4 * step];
        int d3 = b[at + 3 * step] - b[at + 4 * step];

        int outer = s0 + s3;
        int inner = s1 + s2;
        b[at] = scaled(outer + inner, even);
        b[at + 4 * step] = scaled(outer - inner, even);
        int half = 1 << (odd - 1);
        int turned = (s1 - s2 + s0 - s3) * C_0_541 + half;
        b[at + 2 * step] = (turned + (s0 - s3) * C_0_765) >> odd;
        b[at + 6 * step] = (turned - (s1 - s2) * C_1_847) >> odd;

        int shared = (d3 + d1 + d2 + d0) * C_1_175 + half;
        int z3 = shared - (d3 + d1) * C_1_961;
        int z4 = shared - (d2 + d0) * C_0_390;
        int z1 = -(d3 + d0) * C_0_899;
        int z2 = -(d2 + d1) * C_2_562;
        b[at + 7 * step] = (d3 * C_0_298 + z1 + z3) >> odd;
        b[at + 5 * step] = (d2 * C_2_053 + z2 + z4) >> odd;
        b[at + 3 * step] = (d1 * C_3_072 + z2 + z3) >> odd;
        b[at + step] = (d0 * C_1_501 + z1 + z4) >> odd;
    }

    private static int scaled(int value, int down) {
        return down < 0 ? value << -down : (value + (1 << (down - 1))) >> down;
    }
}
