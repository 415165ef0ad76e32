package dev.canvelete.render.encode;

/** The five filters of PNG (W3C PNG, third edition, 9.2), on units of up to four bytes at once. */
enum PngFilter {
    NONE(0),
    SUB(1),
    UP(2),
    AVERAGE(3),
    PAETH(4);

    private static final PngFilter[] ALL = values();
    private static final int HIGH = 0x80808080;

    /** The byte ahead of a row. */
    final int code;

    PngFilter(int code) {
        this.code = code;
    }

    static PngFilter of(int code) {
        return ALL[code];
    }

    /**
     * Filters one row.
     *
     * @param at where the row begins in {@code units}
     * @param above where the row above it begins, or less than 0 for the first row
     */
    void apply(int[] units, int at, int above, int count, int[] out, int to) {
        switch (this) {
            case NONE -> System.arraycopy(units, at, out, to, count);
            case SUB -> sub(units, at, count, out, to);
            case UP -> up(units, at, above, count, out, to);
            case AVERAGE -> average(units, at, above, count, out, to);
            case PAETH -> paeth(units, at, above, count, out, to);
        }
    }

    private static void sub(int[] units, int at, int count, int[] out, int to) {
        out[to] = units[at];
        for (int i = 1; i < count; i++) {
            out[to + i] = minus(units[at + i], units[at + i - 1]);
        }
    }

    private static void up(int[] units, int at, int above, int count, int[] out, int to) {
        if (above < 0) {
            System.arraycopy(units, at, out, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[to + i] = minus(units[at + i], units[above + i]);
        }
    }

    private static void average(int[] units, int at, int above, int count, int[] out, int to) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            int up = above < 0 ? 0 : units[above + i];
            int mean = (left & up) + ((left ^ up) >>> 1 & ~HIGH);
            left = units[at + i];
            out[to + i] = minus(left, mean);
        }
    }

    private static void paeth(int[] units, int at, int above, int count, int[] out, int to) {
        if (above < 0) {
            sub(units, at, count, out, to);
            return;
        }
        int left = 0;
        int corner = 0;
        for (int i = 0; i < count; i++) {
            int up = units[above + i];
            int unit = units[at + i];
            out[to + i] =
                    left == corner ? minus(unit, up) : up == corner ? minus(unit, left) : paeth(unit, left, up, corner);
            left = unit;
            corner = up;
        }
    }

    private static int paeth(int unit, int left, int up, int corner) {
        int predicted = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int a = left >>> shift & 0xFF;
            int b = up >>> shift & 0xFF;
            int c = corner >>> shift & 0xFF;
            int toA = Math.abs(b - c);
            int toB = Math.abs(a - c);
            int toC = Math.abs(a + b - 2 * c);
            predicted |= (toA <= toB && toA <= toC ? a : toB <= toC ? b : c) << shift;
        }
        return minus(unit, predicted);
    }

    /** Subtracts byte by byte, each modulo 256. */
    static int minus(int a, int b) {
        return (a | HIGH) - (b & ~HIGH) ^ ((a ^ ~b) & HIGH);
    }
}
