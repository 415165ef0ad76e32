package dev.canvelete.render.encode;

/**
 * Writes coefficients as entropy-coded segments with the tables of Annex K (ITU-T T.81 F.1.2). Not thread-safe.
 */
final class JpegScan {
    private static final int BLOCKS = JpegCoefficients.BLOCKS;

    private final JpegBits bits;
    private final int[] last = new int[3];

    JpegScan(ByteSink sink) {
        bits = new JpegBits(sink);
    }

    /** Writes the first squares of these coefficients. */
    void squares(JpegCoefficients coefficients, int count) {
        short[] values = coefficients.values;
        for (int i = 0; i < BLOCKS * count; i++) {
            first(i % BLOCKS, values[64 * i]);
            others(i % BLOCKS, values, 64 * i, coefficients.present[i]);
        }
    }

    /** Writes squares of a row again, {@code to} being the one after the last. */
    void squares(JpegRow row, int from, int to) {
        int start = BLOCKS * from;
        int end = BLOCKS * to;
        for (int block = 0; block < BLOCKS; block++) {
            first(block, row.first(start + block));
            row.others(start + block, bits);
        }
        row.between(start + BLOCKS - 1, end - 1, bits);
        for (int component = 0; component < 3; component++) {
            last[component] = row.first(end - 3 + component);
        }
    }

    /**
     * Writes the first coefficient of a block.
     *
     * @param block of its square
     */
    void first(int block, int value) {
        int component = Math.max(0, block - 3);
        int difference = value - last[component];
        last[component] = value;
        put((component == 0 ? JpegTables.LUMINANCE_DC : JpegTables.CHROMINANCE_DC).codes, 0, difference);
    }

    /**
     * Writes the other coefficients of a block.
     *
     * @param block of its square
     * @param present which of them are other than 0, bit by bit
     */
    void others(int block, short[] coefficients, int at, long present) {
        int[] codes = (block < 4 ? JpegTables.LUMINANCE_AC : JpegTables.CHROMINANCE_AC).codes;
        int before = 0;
        for (long left = present & ~1; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            int zeros = i - before - 1;
            while (zeros > 15) {
                put(codes, 0xF0, 0);
                zeros -= 16;
            }
            put(codes, zeros << 4, coefficients[at + i]);
            before = i;
        }
        if (before < 63) {
            put(codes, 0, 0);
        }
    }

    /** Writes the code for so many zeros and the value's size, and then the value in as many bits. */
    private void put(int[] codes, int zeros, int value) {
        int sign = value >> 31;
        int size = 32 - Integer.numberOfLeadingZeros(value + sign ^ sign);
        int code = codes[zeros | size];
        bits.put(code >> 5 << size | (value + sign & (1 << size) - 1), (code & 31) + size);
    }

    /** How many bits the segment has so far. */
    int position() {
        return bits.position();
    }

    /** Ends a segment: what follows depends on nothing before it. */
    void end() {
        bits.align();
        last[0] = 0;
        last[1] = 0;
        last[2] = 0;
    }
}
