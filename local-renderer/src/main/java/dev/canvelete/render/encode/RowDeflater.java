package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Compresses filtered rows to deflate (RFC 1951). It works on whole units, as pixels repeat and their single bytes
 * seldom do: a third of the steps, and a run of equal units is found at the speed of memory. Candidates for a match are
 * the unit before, the row above, and the last places of the same units. Not thread-safe.
 */
final class RowDeflater {
    /** With so many units found in the row above, no other place is looked at. */
    private static final int GOOD = 12;

    /** Units that are looked up together for a long match. */
    private static final int MANY = 4;

    /** A run so long is taken without looking further. */
    private static final int LONG_RUN = 16;

    /** Up to here, a single unit is cheaper as a match than as literals. */
    private static final int NEAR = 4096;

    /** Scalar steps before a run is worth a vector comparison. */
    private static final int SHORT_RUN = 8;

    /** How many places of a match are entered: what follows is found through them, or in the row above. */
    private static final int REMEMBERED = 2;

    private final int unitBytes;
    /** Units that make a match worth while. */
    private final int few;

    private final int longest;
    private final LastPlaces ofOne = new LastPlaces();
    private final LastPlaces ofFew = new LastPlaces();
    private final LastPlaces ofMany = new LastPlaces();
    private final Adler adler;

    /** The long runs of the last row that was searched: where in the row each begins, and its length. */
    private int[] runs = new int[64];

    private int runCount;

    /** What all units that came as literals have in common. */
    private int common;

    private final DeflateBlock block;
    private final DeflateBits bits;

    /** What {@link #find} found: units that match, and how far back. */
    private int length;

    private int distance;

    RowDeflater(int unitBytes, ByteSink sink) {
        this.unitBytes = unitBytes;
        this.few = unitBytes == 1 ? 3 : 2;
        this.longest = DeflateSymbols.MAX_MATCH / unitBytes;
        this.bits = new DeflateBits(sink);
        this.block = new DeflateBlock(unitBytes, bits);
        this.adler = new Adler(unitBytes);
    }

    /** Appends blocks that stand for these rows alone and end with a whole byte; returns the checksum of the rows. */
    int deflate(Rows rows, Effort effort) {
        adler.clear();
        common = -1;
        switch (effort) {
            case QUICK -> quick(rows);
            case BALANCED -> optimal(rows, ThoroughMatcher.Depth.MOST);
            case THOROUGH -> optimal(rows, ThoroughMatcher.Depth.ALL);
        }
        block.write();
        bits.align();
        return adler.value();
    }

    /** Whether all units of the last rows were opaque pixels: one that was not would have come as a literal first. */
    boolean opaque() {
        return common >>> 24 == 0xFF;
    }

    private void optimal(Rows rows, ThoroughMatcher.Depth depth) {
        new ThoroughMatcher(rows, block, depth).match();
        for (int y = 0; y < rows.count(); y++) {
            adler.literal(rows.filters()[y]);
            adler.units(rows.units(), rows.at(y), rows.at(y + 1));
        }
    }

    private void quick(Rows rows) {
        ofFew.clear(rows.end());
        ofMany.clear(rows.end());
        ofOne.clear(rows.end());
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
        runCount = 0;
        for (int i = start; i < end; ) {
            int run = i > start && units[i] == units[i - 1] ? run(units, i, end) : 0;
            if (run >= LONG_RUN) {
                block.match(run * unitBytes, unitBytes);
                adler.units(units, summed, i);
                adler.run(units[i], run);
                noteRun(i - start, run);
                i += run;
                summed = i;
                continue;
            }
            length = run;
            distance = unitBytes;
            find(rows, i, start);
            if (length * unitBytes >= DeflateSymbols.MIN_MATCH && (length > 1 || distance <= NEAR)) {
                block.match(length * unitBytes, distance);
            } else {
                length = 1;
                block.unit(units[i]);
                common &= units[i];
            }
            int to = i + length;
            for (int last = Math.min(to, i + REMEMBERED); ++i < last; ) {
                remember(units, i, end);
            }
            i = to;
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

    private void remember(int[] units, int at, int end) {
        if (unitBytes >= DeflateSymbols.MIN_MATCH) {
            ofOne.replace(LastPlaces.hash(units, at, 1), at);
        }
        if (at + few <= end) {
            ofFew.replace(LastPlaces.hash(units, at, few), at);
        }
        if (at + MANY <= end) {
            ofMany.replace(LastPlaces.hash(units, at, MANY), at);
        }
    }

    /** Looks for more than what is found already. */
    private void find(Rows rows, int at, int start) {
        int[] units = rows.units();
        int width = rows.width();
        int end = start + width;
        if (start > rows.first() && rows.stride() <= DeflateSymbols.WINDOW) {
            compare(rows, at, at - width, rows.stride(), Math.min(end, at + longest) - at);
            if (length >= GOOD) {
                return;
            }
        }
        if (at + MANY <= end) {
            look(rows, at, start, ofMany.replace(LastPlaces.hash(units, at, MANY), at));
        }
        if (at + few <= end) {
            int place = ofFew.replace(LastPlaces.hash(units, at, few), at);
            if (length < MANY) {
                look(rows, at, start, place);
            }
        }
        if (unitBytes >= DeflateSymbols.MIN_MATCH) {
            int place = ofOne.replace(LastPlaces.hash(units, at, 1), at);
            if (length == 0 && place >= Math.max(rows.first(), start - width)) {
                compare(rows, at, place, (at - place) * unitBytes + (place < start ? 1 : 0), 1);
            }
        }
    }

    private void look(Rows rows, int at, int start, int place) {
        if (place < 0) {
            return;
        }
        int width = rows.width();
        int rowStart = start;
        int rowsUp = 0;
        while (place < rowStart) {
            rowStart -= width;
            rowsUp++;
        }
        int away = (at - place) * unitBytes + rowsUp;
        if (away <= DeflateSymbols.WINDOW) {
            compare(rows, at, place, away, Math.min(Math.min(start + width - at, longest), rowStart + width - place));
        }
    }

    private void compare(Rows rows, int at, int place, int away, int limit) {
        int[] units = rows.units();
        if (limit <= length || units[place + length] != units[at + length]) {
            return;
        }
        int same = 0;
        while (same < limit && units[at + same] == units[place + same]) {
            same++;
        }
        if (same > length) {
            length = same;
            distance = away;
        }
    }
}
