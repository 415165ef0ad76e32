package dev.canvelete.render.encode;

import java.util.Arrays;

/** A growing run of bytes, big-endian; cleared and used again. Not thread-safe. */
final class ByteSink {
    byte[] bytes;
    int length;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    void clear() {
        length = 0;
    }

    /** Makes room for that many bytes more, which the caller may then put into {@link #bytes} itself. */
    void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }

    void u8(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void u16(int value) {
        u8(value >> 8);
        u8(value);
    }

    void u32(int value) {
        u16(value >> 16);
        u16(value);
    }

    void all(byte[] from) {
        all(from, 0, from.length);
    }

    void all(byte[] from, int offset, int count) {
        reserve(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
