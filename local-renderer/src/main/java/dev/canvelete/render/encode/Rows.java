package dev.canvelete.render.encode;

/**
 * Filtered rows, one after the other: the units, and the filter of each row. What lies ahead of a row's units in the
 * file is one byte for its filter.
 *
 * @param width units in a row
 * @param count rows
 * @param unitBytes bytes in a unit, 1..4
 */
@SuppressWarnings("ArrayRecordComponent") // Worked on in place.
record Rows(int[] units, byte[] filters, int width, int count, int unitBytes) {
    /** Bytes from one row to the next. */
    int stride() {
        return width * unitBytes + 1;
    }

    /** Bytes of all rows. */
    long length() {
        return (long) stride() * count;
    }
}
