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

    /** What makes a hash of the first, second, third and fourth unit. */
    private static final int FIRST = 0x9E3779B1;

    private static final int SECOND = 0x85EBCA6B;
    private static final int THIRD = 0xC2B2AE35;
    private static final int FOURTH = 0x27D4EB2F;

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
    /** Units further back than this may be outside the window. */
    private int reach;

    private boolean hasAbove;
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
        reach = (DeflateSymbols.WINDOW - DeflateSymbols.WINDOW / stride - 1) / unitBytes;
        // Less than what is in reach of any place, so that there is nothing else to ask.
        int nowhere = -reach - 1;
        ofOne.clear(nowhere);
        ofFew.clear(nowhere);
        ofMany.clear(nowhere);
    }

    /** Turns to a row. */
    void row(int y) {
        start = first + y * width;
        end = start + width;
        hasAbove = y > 0 && stride <= DeflateSymbols.WINDOW;
    }

    /** Looks for more units that match than the run of that many, which may be 0. */
    void find(int at, int run) {
        int[] units = this.units;
        int left = end - at;
        int most = Math.min(longest, left);
        length = run;
        distance = unitBytes;
        if (hasAbove) {
            int same = same(units, at, at - width, run, most);
            if (same > run) {
                length = same;
                distance = stride;
                if (same >= GOOD) {
                    return;
                }
            }
        }
        if (left < MANY) {
            findShort(at, left);
            return;
        }
        int one = units[at] * FIRST;
        int two = one + units[at + 1] * SECOND;
        int three = two + units[at + 2] * THIRD;
        int four = three + units[at + 3] * FOURTH;
        look(units, at, ofMany.replace(four, at), most);
        if (length < MANY) {
            look(units, at, ofFew.replace(few == 2 ? two : three, at), most);
        }
        lookForOne(units, at, one, most);
    }

    /** The same for the last units of a row. */
    private void findShort(int at, int left) {
        int one = units[at] * FIRST;
        if (left >= few) {
            int two = one + units[at + 1] * SECOND;
            int hash = few == 2 ? two : two + units[at + 2] * THIRD;
            look(units, at, ofFew.replace(hash, at), left);
        }
        lookForOne(units, at, one, left);
    }

    private void lookForOne(int[] units, int at, int hash, int most) {
        if (unitBytes >= DeflateSymbols.MIN_MATCH) {
            int place = ofOne.replace(hash, at);
            if (length == 0) {
                look(units, at, place, most);
            }
        }
    }

    private void look(int[] units, int at, int place, int most) {
        if (place < at - reach) {
            return;
        }
        int same = same(units, at, place, length, most);
        if (same > length) {
            int back = at - place;
            int rows = (back - (at - start) + width - 1) / width;
            same = Math.min(same, end - rows * width - place);
            if (same > length) {
                length = same;
                distance = back * unitBytes + rows;
            }
        }
    }

    /** How many units are the same, if they are more than those known. */
    private static int same(int[] units, int at, int place, int known, int most) {
        if (known >= most || units[place + known] != units[at + known]) {
            return 0;
        }
        int same = 0;
        while (same < most && units[at + same] == units[place + same]) {
            same++;
        }
        return same;
    }
}
