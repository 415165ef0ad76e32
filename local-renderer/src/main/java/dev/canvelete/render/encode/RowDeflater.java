package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Compresses filtered rows quickly to deflate (RFC 1951). It works on whole units, as pixels repeat and their single bytes
 * seldom do: a third of the steps, and a run of equal units is found at the speed of memory. Candidates for a match are
 * the unit before, the row above, and the last places of the same units. Not thread-safe.
 */
final class RowDeflater {
    /** A run so long is taken without looking further. */
    private static final int LONG_RUN = 16;

    /** A run so long is summed up in one step; the vector instructions that sum units want long stretches. */
    private static final int SUMMED_RUN = 64;

    /** Up to here, a single unit is cheaper as a match than as literals. */
    private static final int NEAR = 4096;

    /** Scalar steps before a run is worth a vector comparison. */
    private static final int SHORT_RUN = 8;

    private final int unitBytes;
    /** Units that make a match worth while. */
    private final int few;

    private final RowMatcher matcher;
    private final Adler adler;

    /** The long runs of the last row that was searched: where in the row each begins, and its length. */
    private int[] runs = new int[64];

    private int runCount;

    /** What all units that came as literals have in common. */
    private int common;

    private final DeflateBlock block;
    private final DeflateBits bits;

    RowDeflater(int unitBytes, ByteSink sink) {
        this.unitBytes = unitBytes;
        this.few = unitBytes == 1 ? 3 : 2;
        this.matcher = new RowMatcher(unitBytes);
        this.bits = new DeflateBits(sink);
        this.block = new DeflateBlock(unitBytes, bits);
        this.adler = new Adler(unitBytes);
    }

    /** Appends blocks that stand for these rows alone and end with a whole byte; returns the checksum of the rows. */
    int deflate(Rows rows) {
        adler.clear();
        common = -1;
        search(rows);
        block.write();
        bits.align();
        return adler.value();
    }

    /** Whether all units of the last rows were opaque pixels: one that was not would have come as a literal first. */
    boolean opaque() {
        return common >>> 24 == 0xFF;
    }

    /** What symbols cost in all that was deflated. */
    SymbolPrices prices() {
        return SymbolPrices.of(block);
    }

    private void search(Rows rows) {
        matcher.clear(rows);
        for (int y = 0; y < rows.count(); y++) {
            filter(rows, y, block);
            if (rows.filters()[y] == PngFilter.NONE.code && repeats(rows, y)) {
                adler.repeat(rows.stride());
                repeat(rows, y);
                continue;
            }
            adler.mark();
            adler.literal(rows.filters()[y]);
            if (rows.filters()[y] == PngFilter.NONE.code) {
                row(rows, y);
            } else {
                differences(rows, y);
            }
        }
    }

    private static boolean repeats(Rows rows, int y) {
        int at = rows.at(y);
        return y > 0
                && rows.filters()[y - 1] == PngFilter.NONE.code
                && rows.stride() <= DeflateSymbols.WINDOW
                && Arrays.equals(rows.units(), at, at + rows.width(), rows.units(), at - rows.width(), at);
    }

    /** A row like the one above it: its long runs, and between them matches with that row. */
    private void repeat(Rows rows, int y) {
        int at = rows.at(y);
        for (int i = 0; i < runCount; i += 2) {
            int run = rows.at(y) + runs[i];
            copy(rows, at, run);
            block.match(runs[i + 1] * unitBytes, unitBytes);
            at = run + runs[i + 1];
        }
        copy(rows, at, rows.at(y + 1));
    }

    /** Units that are those of the row above. */
    private void copy(Rows rows, int from, int to) {
        int bytes = (to - from) * unitBytes;
        if (bytes >= DeflateSymbols.MIN_MATCH || bytes > 0 && block.matching(rows.stride())) {
            block.match(bytes, rows.stride());
            return;
        }
        for (int i = from; i < to; i++) {
            block.unit(rows.units()[i]);
        }
    }

    /** The byte ahead of a row; a match with the row above that reaches the row's end goes on over it. */
    static void filter(Rows rows, int y, DeflateBlock block) {
        if (y > 0 && rows.filters()[y] == rows.filters()[y - 1] && block.matching(rows.stride())) {
            block.match(1, rows.stride());
        } else {
            block.literal(rows.filters()[y]);
        }
    }

    private void row(Rows rows, int y) {
        int[] units = rows.units();
        int start = rows.at(y);
        int end = start + rows.width();
        int summed = start;
        matcher.row(y);
        runCount = 0;
        for (int i = start; i < end; ) {
            int run = i > start && units[i] == units[i - 1] ? run(units, i, end) : 0;
            if (run >= LONG_RUN) {
                block.match(run * unitBytes, unitBytes);
                noteRun(i - start, run);
                if (run >= SUMMED_RUN) {
                    adler.units(units, summed, i);
                    adler.run(units[i], run);
                    summed = i + run;
                }
                i += run;
                continue;
            }
            matcher.find(i, run);
            int length = matcher.length * unitBytes;
            if (length >= DeflateSymbols.MIN_MATCH && (length > unitBytes || matcher.distance <= NEAR)) {
                block.match(length, matcher.distance);
                i += matcher.length;
            } else {
                common &= units[i];
                block.unit(units[i++]);
            }
        }
        adler.units(units, summed, end);
    }

    private void noteRun(int x, int count) {
        runs = runCount == runs.length ? Arrays.copyOf(runs, 2 * runCount) : runs;
        runs[runCount++] = x;
        runs[runCount++] = count;
    }

    /** A row of a photo: differences repeat by chance alone, so that nothing but runs is looked for. */
    private void differences(Rows rows, int y) {
        int[] units = rows.units();
        int start = rows.at(y);
        int end = start + rows.width();
        for (int i = start; i < end; ) {
            int run = i > start && units[i] == units[i - 1] ? run(units, i, end) : 0;
            if (run >= few) {
                block.match(run * unitBytes, unitBytes);
                i += run;
            } else {
                block.unit(units[i++]);
            }
        }
        adler.units(units, start, end);
    }

    private static int run(int[] units, int at, int end) {
        int unit = units[at];
        int near = Math.min(end, at + SHORT_RUN);
        int i = at + 1;
        while (i < near && units[i] == unit) {
            i++;
        }
        if (i < near || i == end) {
            return i - at;
        }
        int differing = Arrays.mismatch(units, i, end, units, i - 1, end - 1);
        return differing < 0 ? end - at : i + differing - at;
    }
}
