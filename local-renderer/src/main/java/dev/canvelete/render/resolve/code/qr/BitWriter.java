package dev.canvelete.render.resolve.code.qr;

/** Writes bits, the highest first, into bytes of a known number. For one thread. */
final class BitWriter {
    private final byte[] bytes;
    private int bits;

    BitWriter(int length) {
        bytes = new byte[length];
    }

    /** Writes the lowest bits of a value; what is behind the end is left out. */
    void write(int value, int count) {
        int end = Math.min(count, bytes.length * 8 - bits);
        for (int i = 0; i < end; i++, bits++) {
            bytes[bits >> 3] |= (byte) ((value >> count - 1 - i & 1) << 7 - (bits & 7));
        }
    }

    /** All bytes: the ones that nothing was written to are the standard's pad codewords in turns (7.4.10). */
    byte[] padded() {
        boolean first = true;
        for (int i = bits + 7 >> 3; i < bytes.length; i++, first = !first) {
            bytes[i] = (byte) (first ? 0b1110_1100 : 0b0001_0001);
        }
        return bytes;
    }
}
