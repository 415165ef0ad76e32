package dev.canvelete.render.resolve.code.qr;

/**
 * How hard a symbol is to read (7.8.3.1, table 11). Rows and columns are judged in windows of 64 modules: bit k of a
 * window shifted right by n is what lies n modules behind module k, so that one operation asks about all of them.
 */
final class Penalty {
    /** Modules of a window before those that it judges, of which a pattern needs to be known what lies before it. */
    private static final int LEAD = 4;

    /** Modules that a window judges; those behind are what the last of them needs to be known. */
    private static final int JUDGED = 48;

    private static final int RUN_EXCESS = 2;
    private static final int SQUARE = 3;
    private static final int FINDER = 40;
    private static final int PROPORTION = 10;

    private final Modules modules;
    private int penalty;

    private Penalty(Modules modules) {
        this.modules = modules;
    }

    /** The points of a symbol, or some number that is not below the limit if they are not. */
    static int of(Modules modules, int limit) {
        Penalty penalty = new Penalty(modules);
        penalty.judgeProportion();
        for (int from = 0; from < modules.size() && penalty.penalty < limit; from += JUDGED) {
            penalty.judgeRows(from);
        }
        for (int from = 0; from < modules.size() && penalty.penalty < limit; from += JUDGED) {
            penalty.judgeColumns(from);
        }
        return penalty.penalty;
    }

    /** Ten points for each whole 5% that the dark modules are away from half of all. */
    private void judgeProportion() {
        int percent = modules.dark() * 100 / (modules.size() * modules.size());
        penalty += Math.abs(percent - 50) / 5 * PROPORTION;
    }

    private void judgeRows(int from) {
        long judged = judged(from);
        long pairs = pairs(from);
        long above = 0;
        long equalAbove = 0;
        int squares = 0;
        for (int y = 0; y < modules.size(); y++) {
            long row = modules.row(y, from - LEAD);
            long equal = equal(row) & pairs;
            squares += Long.bitCount(equal & equalAbove & ~(row ^ above) & judged);
            judge(row, equal, judged);
            above = row;
            equalAbove = equal;
        }
        penalty += squares * SQUARE;
    }

    private void judgeColumns(int from) {
        long judged = judged(from);
        long pairs = pairs(from);
        for (int x = 0; x < modules.size(); x++) {
            long column = modules.column(x, from - LEAD);
            judge(column, equal(column) & pairs, judged);
        }
    }

    private void judge(long line, long equal, long judged) {
        penalty += runs(equal, judged) + Long.bitCount(finders(line) & judged) * FINDER;
    }

    /** The modules of a window that are judged. */
    private long judged(int from) {
        return ones(Math.min(JUDGED, modules.size() - from)) << LEAD;
    }

    /** The modules of a window that have a next one. */
    private long pairs(int from) {
        long pairs = ones(Math.min(Long.SIZE - 1, LEAD + modules.size() - 1 - from));
        return from == 0 ? pairs & -1L << LEAD : pairs;
    }

    private static long ones(int count) {
        return (1L << count) - 1;
    }

    private static long equal(long line) {
        return ~(line ^ line >>> 1);
    }

    /** Runs of n ≥ 5 modules of one colour: n - 2 points. Of such a run, n - 4 modules begin five equal ones. */
    private static int runs(long equal, long judged) {
        long three = equal & equal >>> 1;
        long five = three & three >>> 2;
        long first = five & ~(five << 1);
        return Long.bitCount(five & judged) + Long.bitCount(first & judged) * RUN_EXCESS;
    }

    /** Where what looks like a finder pattern begins: 1011101 with four light modules before or behind it. */
    private static long finders(long line) {
        long pattern = line & ~(line >>> 1) & line >>> 2 & line >>> 3 & line >>> 4 & ~(line >>> 5) & line >>> 6;
        long before = line << 1 | line << 2 | line << 3 | line << 4;
        long behind = line >>> 7 | line >>> 8 | line >>> 9 | line >>> 10;
        return pattern & ~(before & behind);
    }
}
