package dev.canvelete.render.resolve.code.qr;

/**
 * Which modules of a square are dark, as bits: of each row from the left, and again of each column from the top, so that
 * both can be judged 64 at once. For one thread while it is drawn.
 */
final class Modules {
    private final int size;
    private final int words;
    private final long[] rows;
    private final long[] columns;

    Modules(int size) {
        this.size = size;
        this.words = (size + 63) >> 6;
        this.rows = new long[size * words];
        this.columns = new long[size * words];
    }

    int size() {
        return size;
    }

    boolean isDark(int x, int y) {
        return (rows[y * words + (x >> 6)] >>> x & 1) != 0;
    }

    void darken(int x, int y) {
        rows[y * words + (x >> 6)] |= 1L << x;
        columns[x * words + (y >> 6)] |= 1L << y;
    }

    /** Makes this what two others differ in. */
    void difference(Modules one, Modules other) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = one.rows[i] ^ other.rows[i];
            columns[i] = one.columns[i] ^ other.columns[i];
        }
    }

    /** Makes this what another is. */
    void copy(Modules other) {
        System.arraycopy(other.rows, 0, rows, 0, rows.length);
        System.arraycopy(other.columns, 0, columns, 0, columns.length);
    }

    /**
     * 64 modules of a row.
     *
     * @param x of the first; what lies outside is light
     */
    long row(int y, int x) {
        return window(rows, y * words, x);
    }

    /**
     * 64 modules of a column.
     *
     * @param y of the first; what lies outside is light
     */
    long column(int x, int y) {
        return window(columns, x * words, y);
    }

    private long window(long[] lines, int line, int from) {
        if (from < 0) {
            return lines[line] << -from;
        }
        int word = from >> 6;
        long low = word < words ? lines[line + word] >>> from : 0;
        return (from & 63) == 0 || word + 1 >= words ? low : low | lines[line + word + 1] << -from;
    }

    int dark() {
        int dark = 0;
        for (long word : rows) {
            dark += Long.bitCount(word);
        }
        return dark;
    }

    /** The first dark module of a row from x on, or the row's end. */
    int nextDark(int x, int y) {
        int next = x;
        while (next < size) {
            long window = row(y, next);
            if (window != 0) {
                return next + Long.numberOfTrailingZeros(window);
            }
            next += 64;
        }
        return size;
    }

    /** The first light module of a row from x on, or the row's end. */
    int nextLight(int x, int y) {
        int next = x;
        while (next < size) {
            long window = ~row(y, next);
            if (window != 0) {
                return Math.min(size, next + Long.numberOfTrailingZeros(window));
            }
            next += 64;
        }
        return size;
    }
}
