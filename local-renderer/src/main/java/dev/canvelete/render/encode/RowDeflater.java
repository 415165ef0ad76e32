package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Compresses filtered rows to deflate (RFC 1951). It works on whole units, as pixels repeat and their single bytes
 * seldom do: a third of the steps, and a run of equal units is found at the speed of memory. Candidates for a match are
 * the unit before, the row above, and the last places of the same units. Not thread-safe.
 */
final class RowDeflater {
    /** How many places are looked at. */
    private static final int CHAIN = 8;

    /** With so many units found in the row above, one place more is looked at. */
    private static final int GOOD = 6;

    /** A run so long is taken without looking further. */
    private static final int LONG_RUN = 16;

    /** Up to here, a single unit is cheaper as a match than as literals. */
    private static final int NEAR = 4096;

    /** Scalar steps before a run is worth a vector comparison. */
    private static final int SHORT_RUN = 8;

    /** How many places of a match are entered: what follows is found through them, or in the row above. */
    private static final int REMEMBERED = 2;

    private final int unitBytes;
    private final int least;
    private final int longest;
    private final UnitIndex index;
    private final UnitIndex singles = new UnitIndex(1);
    private final Adler adler;
    private final DeflateBlock block;
    private final DeflateBits bits;

    /** What {@link #find} found: units that match, and how far back. */
    private int length;

    private int distance;

    RowDeflater(int unitBytes, ByteSink sink) {
        this.unitBytes = unitBytes;
        this.least = unitBytes == 1 ? 3 : 2;
        this.longest = DeflateSymbols.MAX_MATCH / unitBytes;
        this.index = new UnitIndex(least);
        this.bits = new DeflateBits(sink);
        this.block = new DeflateBlock(unitBytes, bits);
        this.adler = new Adler(unitBytes);
    }

    /** Appends blocks that stand for these rows alone and end with a whole byte; returns the checksum of the rows. */
    int deflate(Rows rows, Effort effort) {
        adler.clear();
        switch (effort) {
            case QUICK -> quick(rows);
            case BALANCED -> optimal(rows, ThoroughMatcher.Depth.MOST);
            case THOROUGH -> optimal(rows, ThoroughMatcher.Depth.ALL);
        }
        block.write();
        bits.align();
        return adler.value();
    }

    private void optimal(Rows rows, ThoroughMatcher.Depth depth) {
        new ThoroughMatcher(rows, block, depth).match();
        for (int y = 0; y < rows.count(); y++) {
            adler.literal(rows.filters()[y]);
            adler.units(rows.units(), y * rows.width(), (y + 1) * rows.width());
        }
    }

    private void quick(Rows rows) {
        index.clear(rows.width() * rows.count());
        singles.clear(rows.width() * rows.count());
        for (int y = 0; y < rows.count(); y++) {
            filter(rows, y, block);
            adler.literal(rows.filters()[y]);
            if (rows.filters()[y] == PngFilter.NONE.code) {
                row(rows, y);
            } else {
                differences(rows, y);
            }
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
        int start = y * rows.width();
        int end = start + rows.width();
        int summed = start;
        for (int i = start; i < end; ) {
            int run = i > start && units[i] == units[i - 1] ? run(units, i, end) : 0;
            if (run >= LONG_RUN) {
                block.match(run * unitBytes, unitBytes);
                adler.units(units, summed, i);
                adler.run(units[i], run);
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
            }
            int to = i + length;
            for (int last = Math.min(to, i + REMEMBERED); ++i < last; ) {
                remember(units, i, end);
            }
            i = to;
        }
        adler.units(units, summed, end);
    }

    /** A row of a photo: differences repeat by chance alone, so that nothing but runs is looked for. */
    private void differences(Rows rows, int y) {
        int[] units = rows.units();
        int start = y * rows.width();
        int end = start + rows.width();
        for (int i = start; i < end; ) {
            int run = i > start && units[i] == units[i - 1] ? run(units, i, end) : 0;
            if (run >= least) {
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
        if (at + least <= end) {
            index.add(units, at);
        }
        if (unitBytes >= DeflateSymbols.MIN_MATCH) {
            singles.replace(units, at);
        }
    }

    /** Looks for more than what is found already. */
    private void find(Rows rows, int at, int start) {
        int[] units = rows.units();
        int width = rows.width();
        int end = start + width;
        if (start > 0 && rows.stride() <= DeflateSymbols.WINDOW) {
            compare(rows, at, at - width, rows.stride(), Math.min(end, at + longest) - at);
        }
        if (at + least <= end) {
            int place = index.add(units, at);
            int rowStart = start;
            int rowsUp = 0;
            for (int tries = length >= GOOD ? 1 : CHAIN; place >= 0 && tries > 0; tries--) {
                while (place < rowStart) {
                    rowStart -= width;
                    rowsUp++;
                }
                int away = (at - place) * unitBytes + rowsUp;
                if (away > DeflateSymbols.WINDOW) {
                    break;
                }
                compare(rows, at, place, away, Math.min(Math.min(end - at, longest), rowStart + width - place));
                place = index.before(place);
            }
        }
        if (unitBytes >= DeflateSymbols.MIN_MATCH) {
            int place = singles.replace(units, at);
            int rowsUp = place < start ? 1 : 0;
            if (length == 0 && place >= start - width && place >= 0) {
                compare(rows, at, place, (at - place) * unitBytes + rowsUp, 1);
            }
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
