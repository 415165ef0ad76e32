package dev.canvelete.render.encode;

/** Entropy-coded bits, with a zero stuffed after each byte of ones (ITU-T T.81 F.1.2.3). Not thread-safe. */
final class JpegBits {
    private final ByteSink sink;
    private long pending;
    private int count;
    /** Words that were written since the last alignment. */
    private int words;

    JpegBits(ByteSink sink) {
        this.sink = sink;
    }

    /** Appends the lowest bits of {@code bits}, at most 32 of them; the others must be 0. */
    void put(int bits, int length) {
        pending = pending << length | (bits & 0xFFFFFFFFL);
        count += length;
        if (count >= 32) {
            count -= 32;
            flush((int) (pending >>> count));
        }
    }

    /**
     * Appends bits that were written before.
     *
     * @param from the index of the first bit among the words, the highest bit of each being its first
     * @param to the index of the bit after the last; there is another word behind that of the last bit
     */
    void copy(int[] source, int from, int to) {
        int at = from;
        for (; at + 32 <= to; at += 32) {
            put(word(source, at), 32);
        }
        if (at < to) {
            put(word(source, at) >>> 32 - (to - at), to - at);
        }
    }

    private static int word(int[] source, int at) {
        long both = (long) source[at >> 5] << 32 | source[(at >> 5) + 1] & 0xFFFFFFFFL;
        return (int) (both << (at & 31) >>> 32);
    }

    /** How many bits were appended since the last alignment. */
    int position() {
        return 32 * words + count;
    }

    private void flush(int word) {
        words++;
        sink.reserve(8);
        byte[] bytes = sink.bytes;
        int at = sink.length;
        if ((~word - 0x01010101 & word & 0x80808080) == 0) {
            bytes[at] = (byte) (word >> 24);
            bytes[at + 1] = (byte) (word >> 16);
            bytes[at + 2] = (byte) (word >> 8);
            bytes[at + 3] = (byte) word;
            sink.length = at + 4;
            return;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            stuffed(word >> shift);
        }
    }

    private void stuffed(int value) {
        sink.u8(value);
        if ((value & 0xFF) == 0xFF) {
            sink.u8(0);
        }
    }

    /** Fills the last byte with ones and writes it. */
    void align() {
        put(0x7F, 7);
        while (count >= 8) {
            count -= 8;
            stuffed((int) (pending >>> count));
        }
        count = 0;
        words = 0;
        pending = 0;
    }
}
