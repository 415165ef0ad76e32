package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Filtered rows, one after the other: the units, and the filter of each row. What lies ahead of a row's units in the
 * file is one byte for its filter. Of an int only the unit's own bytes, the lowest, go into the file; the others must be
 * the same in equal units.
 *
 * @param first where the first row's units begin
 * @param width units in a row
 * @param count rows
 * @param unitBytes bytes in a unit, 1..4
 */
@SuppressWarnings("ArrayRecordComponent") // Worked on in place.
record Rows(int[] units, int first, byte[] filters, int width, int count, int unitBytes) {
    /** Where a row's units begin. */
    int at(int y) {
        return first + y * width;
    }

    /** Where the units end. */
    int end() {
        return at(count);
    }

    /** Bytes from one row to the next. */
    int stride() {
        return width * unitBytes + 1;
    }

    /** Bytes of all rows. */
    long length() {
        return (long) stride() * count;
    }

    /** The rows as they go into the file before they are compressed. */
    byte[] toBytes() {
        byte[] bytes = new byte[Math.toIntExact(length())];
        int end = 0;
        for (int y = 0; y < count; y++) {
            bytes[end++] = filters[y];
            for (int i = at(y); i < at(y + 1); i++) {
                for (int shift = 8 * unitBytes - 8; shift >= 0; shift -= 8) {
                    bytes[end++] = (byte) (units[i] >>> shift);
                }
            }
        }
        return bytes;
    }

    /** The same rows in arrays of their own. */
    Rows copy() {
        return new Rows(Arrays.copyOfRange(units, first, end()), 0, filters.clone(), width, count, unitBytes);
    }
}
