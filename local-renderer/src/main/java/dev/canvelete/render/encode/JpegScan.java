package dev.canvelete.render.encode;

/**
 * Writes coefficients as entropy-coded segments with the tables of Annex K (ITU-T T.81 F.1.2). Not thread-safe.
 */
final class JpegScan {
    private final JpegBits bits;
    private final int[] last = new int[3];

    JpegScan(ByteSink sink) {
        bits = new JpegBits(sink);
    }

    /** Writes the six blocks of a square. */
    void square(short[] coefficients, int at) {
        for (int block = 0; block < JpegRow.BLOCKS; block++) {
            first(block, coefficients[at + 64 * block]);
            others(block, coefficients, at + 64 * block);
        }
    }

    /** Writes squares of a row again, {@code to} being the one after the last. */
    void squares(JpegRow row, int from, int to) {
        int start = JpegRow.BLOCKS * from;
        int end = JpegRow.BLOCKS * to;
        for (int block = 0; block < JpegRow.BLOCKS; block++) {
            first(block, row.first(start + block));
            row.others(start + block, bits);
        }
        row.between(start + JpegRow.BLOCKS - 1, end - 1, bits);
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

    /** Writes the other coefficients of a block. */
    void others(int block, short[] coefficients, int at) {
        int[] codes = (block < 4 ? JpegTables.LUMINANCE_AC : JpegTables.CHROMINANCE_AC).codes;
        int zeros = 0;
        for (int i = 1; i < 64; i++) {
            int value = coefficients[at + i];
            if (value == 0) {
                zeros++;
                continue;
            }
            while (zeros > 15) {
                put(codes, 0xF0, 0);
                zeros -= 16;
            }
            put(codes, zeros << 4, value);
            zeros = 0;
        }
        if (zeros > 0) {
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
