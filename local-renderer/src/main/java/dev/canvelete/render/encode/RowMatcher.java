package dev.canvelete.render.encode;

/**
 * Looks for units that came before: in the row above, and at the last place of the same four, two and one units. It
 * knows the places it was asked about, each of which begins a token. Not thread-safe.
 */
final class RowMatcher {
    /** With so many units found in the row above, no other place is looked at. */
    private static final int GOOD = 12;

    /** Units that are looked up together for a long match. */
    private static final int MANY = 4;

    private final int unitBytes;
    /** Units that make a match worth while. */
    private final int few;

    private final int longest;
    private final LastPlaces ofOne = new LastPlaces();
    private final LastPlaces ofFew = new LastPlaces();
    private final LastPlaces ofMany = new LastPlaces();

    private int[] units = {};
    private int first;
    private int width;
    private int stride;
    /** A place is its row, shifted by so many bits, and the unit in the row. */
    private int rowShift;

    private int y;
    private int start;
    private int end;

    /** What {@link #find} found: units that match, and how many bytes back. */
    int length;

    int distance;

    RowMatcher(int unitBytes) {
        this.unitBytes = unitBytes;
        this.few = unitBytes == 1 ? 3 : 2;
        this.longest = DeflateSymbols.MAX_MATCH / unitBytes;
    }

    /** Forgets what was before; looks into these rows from now on. */
    void clear(Rows rows) {
        units = rows.units();
        first = rows.first();
        width = rows.width();
        stride = rows.stride();
        rowShift = Integer.SIZE - Integer.numberOfLeadingZeros(width);
        int places = Math.multiplyExact(rows.count(), 1 << rowShift);
        ofOne.clear(places);
        ofFew.clear(places);
        ofMany.clear(places);
    }

    /** Turns to a row. */
    void row(int y) {
        this.y = y;
        this.start = first + y * width;
        this.end = start + width;
    }

    /** Looks for more units that match than the run of that many, which may be 0. */
    void find(int at, int run) {
        length = run;
        distance = unitBytes;
        if (y > 0 && stride <= DeflateSymbols.WINDOW) {
            compare(at, at - width, stride, Math.min(longest, end - at));
            if (length >= GOOD) {
                return;
            }
        }
        int here = y << rowShift | at - start;
        if (at + MANY <= end) {
            look(at, ofMany.replace(LastPlaces.hash(units, at, MANY), here));
        }
        if (length < MANY && at + few <= end) {
            look(at, ofFew.replace(LastPlaces.hash(units, at, few), here));
        }
        if (unitBytes >= DeflateSymbols.MIN_MATCH) {
            int place = ofOne.replace(LastPlaces.hash(units, at, 1), here);
            if (length == 0) {
                look(at, place);
            }
        }
    }

    private void look(int at, int place) {
        if (place < 0) {
            return;
        }
        int row = place >>> rowShift;
        int x = place & (1 << rowShift) - 1;
        int index = first + row * width + x;
        int away = (at - index) * unitBytes + y - row;
        if (away <= DeflateSymbols.WINDOW) {
            compare(at, index, away, Math.min(longest, Math.min(end - at, width - x)));
        }
    }

    private void compare(int at, int place, int away, int limit) {
        int[] units = this.units;
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
