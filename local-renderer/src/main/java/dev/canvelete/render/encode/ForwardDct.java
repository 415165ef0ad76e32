package dev.canvelete.render.encode;

/**
 * The forward cosine transform of blocks of 8 by 8 samples, of many blocks at once: loops go over the blocks, so that the
 * compiler turns them into vector instructions. In integers, with the constants of C. Loeffler, A. Ligtenberg and
 * G. Moschytz, "Practical fast 1-D DCT algorithms with 11 multiplications" (ICASSP 1989), multiplied out; nothing is
 * rounded within a pass, so that results are those of the Independent JPEG Group's "slow integer" transform. Not
 * thread-safe.
 */
final class ForwardDct {
    private static final int BITS = 13;
    private static final int PASS_BITS = 2;

    /** By frequency, the weights of sums (even) or differences (odd) of samples equally far from both ends. */
    private static final int[][] WEIGHTS = {
        {8192, 8192, 8192, 8192},
        {11363, 9633, 6437, 2260},
        {10703, 4433, -4433, -10703},
        {9633, -2259, -11362, -6436},
        {8192, -8192, -8192, 8192},
        {6437, -11362, 2261, 9633},
        {4433, -10704, 10704, -4433},
        {2260, -6436, 9633, -11363},
    };

    /**
     * The last results: 8 times the transform of ITU-T T.81 A.3.3. By vertical frequency, rows that have, for one
     * horizontal frequency after the other, a value for each block.
     */
    final int[][] rows = new int[8][];

    private final int[][] columns = new int[8][];
    private final int[][] sums = new int[4][];
    private final int[][] differences = new int[4][];
    private int room;

    /** Transforms blocks side by side; samples are -128..127. */
    void transform(int[][] plane, int top, int blocks) {
        reserve(8 * blocks);
        for (int y = 0; y < 8; y++) {
            spread(plane[top + y], y * blocks, blocks);
        }
        pass(columns, 8 * blocks, BITS - PASS_BITS);
        for (int y = 0; y < 8; y++) {
            for (int u = 0; u < 8; u++) {
                System.arraycopy(columns[u], y * blocks, rows[y], u * blocks, blocks);
            }
        }
        pass(rows, 8 * blocks, BITS + PASS_BITS);
    }

    private void reserve(int length) {
        if (room < length) {
            room = length;
            for (int i = 0; i < 8; i++) {
                rows[i] = new int[length];
                columns[i] = new int[length];
            }
            for (int i = 0; i < 4; i++) {
                sums[i] = new int[length];
                differences[i] = new int[length];
            }
        }
    }

    private void spread(int[] samples, int to, int blocks) {
        for (int x = 0; x < 8; x++) {
            int[] column = columns[x];
            for (int block = 0; block < blocks; block++) {
                column[to + block] = samples[8 * block + x];
            }
        }
    }

    /** Transforms lines in place: each has a value in each of the eight arrays. */
    private void pass(int[][] values, int count, int shift) {
        for (int i = 0; i < 4; i++) {
            fold(values[i], values[7 - i], sums[i], differences[i], count);
        }
        for (int u = 0; u < 8; u++) {
            weigh((u & 1) == 0 ? sums : differences, WEIGHTS[u], shift, values[u], count);
        }
    }

    private static void fold(int[] one, int[] other, int[] sums, int[] differences, int count) {
        for (int i = 0; i < count; i++) {
            int a = one[i];
            int b = other[i];
            sums[i] = a + b;
            differences[i] = a - b;
        }
    }

    private static void weigh(int[][] terms, int[] weights, int shift, int[] into, int count) {
        int[] a = terms[0];
        int[] b = terms[1];
        int[] c = terms[2];
        int[] d = terms[3];
        int p = weights[0];
        int q = weights[1];
        int r = weights[2];
        int s = weights[3];
        int half = 1 << (shift - 1);
        for (int i = 0; i < count; i++) {
            into[i] = a[i] * p + b[i] * q + c[i] * r + d[i] * s + half >> shift;
        }
    }
}
