package dev.canvelete.render.paint.pdf;

/**
 * Compressed data that can be joined to other such data: raw deflate blocks (RFC 1951), flushed so that they refer to
 * nothing ahead of them and end at a byte, none of them the last.
 *
 * @param size before compression
 * @param adler the Adler-32 of the data
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes to be passed on; nobody compares them as values.
record Deflated(byte[] blocks, int size, int adler) {
    private static final int ADLER_BASE = 65521;

    /** No data, and no block either. */
    static final Deflated NOTHING = new Deflated(new byte[0], 0, 1);

    /** Data compressed for many files. */
    static Deflated of(byte[] data) {
        try (Compressor compressor = Compressor.thorough()) {
            return compressor.blocks(data);
        }
    }

    /** The Adler-32 (RFC 1950) of data with these data after them. */
    int adlerAfter(int ahead) {
        long low = (ahead & 0xFFFF) + (adler & 0xFFFFL) + ADLER_BASE - 1;
        long high = (ahead >>> 16)
                + (long) (adler >>> 16)
                + ADLER_BASE
                + (long) (size % ADLER_BASE) * ((ahead & 0xFFFF) + ADLER_BASE - 1);
        return (int) (high % ADLER_BASE << 16 | low % ADLER_BASE);
    }
}
