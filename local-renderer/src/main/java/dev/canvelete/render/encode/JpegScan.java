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
        for (int block = 0; block < 6; block++) {
            int component = Math.max(0, block - 3);
            boolean luminance = component == 0;
            int from = at + 64 * block;
            direct(coefficients[from], component, luminance ? JpegTables.LUMINANCE_DC : JpegTables.CHROMINANCE_DC);
            alternating(coefficients, from, luminance ? JpegTables.LUMINANCE_AC : JpegTables.CHROMINANCE_AC);
        }
    }

    private void direct(int value, int component, JpegHuffman table) {
        int difference = value - last[component];
        last[component] = value;
        put(table.codes, 0, difference);
    }

    private void alternating(short[] coefficients, int at, JpegHuffman table) {
        int[] codes = table.codes;
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

    /** Ends a segment: what follows depends on nothing before it. */
    void end() {
        bits.align();
        last[0] = 0;
        last[1] = 0;
        last[2] = 0;
    }
}
