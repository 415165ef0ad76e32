package dev.canvelete.render.font;

import java.nio.charset.Charset;

/**
 * Big-endian numbers in a part of a font file. Offsets count from the part's start; whatever reaches outside the part is
 * a {@link FontException}. Immutable.
 */
final class Bytes {
    private final byte[] array;
    private final int start;
    private final int length;

    Bytes(byte[] array) {
        this(array, 0, array.length);
    }

    private Bytes(byte[] array, int start, int length) {
        this.array = array;
        this.start = start;
        this.length = length;
    }

    int length() {
        return length;
    }

    int u8(int offset) {
        return array[place(offset, 1)] & 0xFF;
    }

    int u16(int offset) {
        int at = place(offset, 2);
        return (array[at] & 0xFF) << 8 | array[at + 1] & 0xFF;
    }

    int s16(int offset) {
        return (short) u16(offset);
    }

    int s8(int offset) {
        return (byte) u8(offset);
    }

    long u32(int offset) {
        return (long) u16(offset) << 16 | u16(offset + 2);
    }

    /** A number of 32 bits that counts bytes or items of this font, and so cannot be large. */
    int count(int offset) {
        long value = u32(offset);
        if (value > Integer.MAX_VALUE) {
            throw new FontException("a count of " + value + " is beyond the file");
        }
        return (int) value;
    }

    Bytes part(long offset, long size) {
        if (offset < 0 || size < 0 || offset + size > length) {
            throw new FontException("bytes " + offset + " to " + (offset + size) + " lie outside a part of " + length);
        }
        return new Bytes(array, start + (int) offset, (int) size);
    }

    Bytes from(long offset) {
        return part(offset, length - offset);
    }

    String text(int offset, int size, Charset charset) {
        return new String(array, place(offset, size), size, charset);
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(array, start, target, at, length);
    }

    byte[] toArray() {
        if (start == 0 && length == array.length) {
            return array;
        }
        byte[] copy = new byte[length];
        copyTo(copy, 0);
        return copy;
    }

    private int place(int offset, int size) {
        if (offset < 0 || size < 0 || offset > length - size) {
            throw new FontException("byte " + offset + " lies outside a part of " + length);
        }
        return start + offset;
    }
}
