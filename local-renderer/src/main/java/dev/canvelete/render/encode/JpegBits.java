package dev.canvelete.render.encode;

/** Entropy-coded bits, with a zero stuffed after each byte of ones (ITU-T T.81 F.1.2.3). Not thread-safe. */
final class JpegBits {
    private final ByteSink sink;
    private long pending;
    private int count;

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

    private void flush(int word) {
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
        pending = 0;
    }
}
