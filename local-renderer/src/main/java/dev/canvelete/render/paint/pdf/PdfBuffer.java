package dev.canvelete.render.paint.pdf;

import java.awt.geom.AffineTransform;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of PDF syntax as they are written. White space is put only where two tokens would run together. */
final class PdfBuffer {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};
    static final int MAX_DIGITS = POWERS.length - 1;

    /** Viewers calculate in fixed point or floats; nothing further away than this can be seen on any page. */
    private static final double FURTHEST = 1_000_000;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    PdfBuffer() {
        this(256);
    }

    PdfBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    String ascii() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The array behind, of which the first {@link #length} bytes are set. */
    byte[] array() {
        return bytes;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    PdfBuffer raw(PdfBuffer other) {
        return raw(other.bytes, 0, other.length);
    }

    PdfBuffer raw(byte[] data) {
        return raw(data, 0, data.length);
    }

    PdfBuffer raw(byte[] data, int from, int count) {
        ensure(count);
        System.arraycopy(data, from, bytes, length, count);
        length += count;
        return this;
    }

    PdfBuffer raw(int octet) {
        ensure(1);
        bytes[length++] = (byte) octet;
        return this;
    }

    /** ASCII syntax, kept apart from what is ahead of it. */
    @SuppressWarnings("deprecation") // Copies ASCII without an array in between.
    PdfBuffer put(String ascii) {
        ensure(ascii.length() + 1);
        if (regular(ascii.charAt(0))) {
            separate();
        }
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
        return this;
    }

    /** An operator, and the end of its line. */
    PdfBuffer operator(String operator) {
        return put(operator).raw('\n');
    }

    private void separate() {
        if (length > 0 && regular(bytes[length - 1])) {
            raw(' ');
        }
    }

    private static boolean regular(int octet) {
        return switch (octet) {
            case ' ', '\n', '(', ')', '<', '>', '[', ']', '/' -> false;
            default -> true;
        };
    }

    PdfBuffer integer(long value) {
        separate();
        ensure(20);
        if (value < 0) {
            bytes[length++] = '-';
        }
        digits(Math.abs(value), 1);
        return this;
    }

    private void digits(long value, int atLeast) {
        long rest = value;
        int count = atLeast;
        while (count < 19 && value >= power(count)) {
            count++;
        }
        ensure(count);
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private static long power(int exponent) {
        return exponent < POWERS.length ? POWERS[exponent] : POWERS[MAX_DIGITS] * power(exponent - MAX_DIGITS);
    }

    /**
     * A number, rounded to so many decimals.
     *
     * @throws IllegalArgumentException when it is not a number
     */
    PdfBuffer number(double value, int decimals) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a coordinate, width or colour in the scene is not a number");
        }
        long scale = POWERS[decimals];
        long fixed = Math.round(Math.clamp(value, -FURTHEST, FURTHEST) * scale);
        if (fixed % scale == 0) {
            return integer(fixed / scale);
        }
        separate();
        ensure(24);
        if (fixed < 0) {
            bytes[length++] = '-';
        }
        long size = Math.abs(fixed);
        if (size >= scale) {
            digits(size / scale, 1);
        }
        bytes[length++] = '.';
        digits(size % scale, decimals);
        while (bytes[length - 1] == '0') {
            length--;
        }
        return this;
    }

    PdfBuffer matrix(AffineTransform matrix, int decimals) {
        int factors = Math.min(MAX_DIGITS, decimals + 3);
        return number(matrix.getScaleX(), factors)
                .number(matrix.getShearY(), factors)
                .number(matrix.getShearX(), factors)
                .number(matrix.getScaleY(), factors)
                .number(matrix.getTranslateX(), decimals)
                .number(matrix.getTranslateY(), decimals);
    }

    PdfBuffer reference(int object) {
        return integer(object).put("0 R");
    }

    /** A resource's name: a letter for its kind and the number of its object. */
    PdfBuffer name(char kind, int object) {
        raw('/').raw(kind);
        digits(object, 1);
        return this;
    }

    PdfBuffer hex(int value, int digits) {
        ensure(digits);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            bytes[length++] = HEX[value >> shift & 15];
        }
        return this;
    }

    PdfBuffer hex(byte[] data) {
        for (byte octet : data) {
            hex(octet & 0xFF, 2);
        }
        return this;
    }

    /** Any name; what names cannot hold is escaped. */
    PdfBuffer name(String name) {
        raw('/');
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet <= '~' && "()<>[]{}/%#".indexOf(octet) < 0) {
                raw(octet);
            } else {
                raw('#').hex(octet & 0xFF, 2);
            }
        }
        return this;
    }

    /** A text string: as it is when ASCII, else UTF-16 in hexadecimal. */
    PdfBuffer text(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            raw('(');
            for (int i = 0; i < text.length(); i++) {
                escaped(text.charAt(i));
            }
            return raw(')');
        }
        put("<FEFF");
        for (int i = 0; i < text.length(); i++) {
            hex(text.charAt(i), 4);
        }
        return put(">");
    }

    /** One byte of a string in parentheses. */
    PdfBuffer escaped(int octet) {
        switch (octet) {
            case '(', ')', '\\' -> raw('\\').raw(octet);
            case '\r' -> raw('\\').raw('r');
            default -> raw(octet);
        }
        return this;
    }
}
