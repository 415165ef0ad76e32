package dev.canvelete.render.paint.pdf;

import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

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

    static Deflated of(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            return of(data, 0, data.length, deflater);
        } finally {
            deflater.end();
        }
    }

    /** Compresses with a raw deflater, which is ready for other data afterwards. */
    static Deflated of(byte[] data, int from, int count, Deflater deflater) {
        Adler32 adler = new Adler32();
        adler.update(data, from, count);
        deflater.reset();
        deflater.setInput(data, from, count);
        byte[] blocks = new byte[count + 64];
        int length = 0;
        while (true) {
            int room = blocks.length - length;
            int written = deflater.deflate(blocks, length, room, Deflater.FULL_FLUSH);
            length += written;
            if (written < room) {
                return new Deflated(Arrays.copyOf(blocks, length), count, (int) adler.getValue());
            }
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
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
