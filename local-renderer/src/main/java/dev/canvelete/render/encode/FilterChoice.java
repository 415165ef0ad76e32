package dev.canvelete.render.encode;

/**
 * Chooses a row's filter by an estimate of what the row will cost. A unit like the one before it is part of a run and
 * costs next to nothing; any other costs about as many bits as its bytes' magnitudes take. Colours that come as they
 * are come again, so that for unfiltered rows the estimate is a fixed price, and nearly nothing when the unit stands
 * next to the same one in the row above. Not thread-safe.
 */
final class FilterChoice {
    private static final PngFilter[] FILTERS = {PngFilter.SUB, PngFilter.UP, PngFilter.AVERAGE, PngFilter.PAETH};

    /** Paeth alone takes a pixel at a time, longer than what it makes smaller is worth. */
    private static final PngFilter[] QUICK = {PngFilter.SUB, PngFilter.UP, PngFilter.AVERAGE};

    private static final int BREAK_BITS = 3;
    private static final int PLAIN_BITS = 5;

    /** A row of which fewer than one unit in so many is new has nothing of a photo. */
    private static final int FLAT = 4;

    private static final long COUNT = 0xFFFFFFFFL;

    private int[] candidate = {};
    private final int unitBytes;

    FilterChoice(int unitBytes) {
        this.unitBytes = unitBytes;
    }

    /** The filter for a row; {@code above} is less than 0 for the first row, and for one that must not look up. */
    PngFilter choose(int[] units, int at, int above, int count) {
        return cheapest(units, at, above, count, plainCost(changes(units, at, above, count)), FILTERS);
    }

    /** The same for rows that are written once: text and flat shapes are left as they are without a further look. */
    PngFilter quick(int[] units, int at, int above, int count) {
        long changes = changes(units, at, above, count);
        return (changes & COUNT) * FLAT < count
                ? PngFilter.NONE
                : cheapest(units, at, above, count, plainCost(changes), QUICK);
    }

    /** Whether so few pixels differ from the one before that a row wants no filter for certain. */
    static boolean isFlat(int[] argb, int at, int count) {
        int breaks = 1;
        for (int i = at + 1; i < at + count; i++) {
            int differing = argb[i] ^ argb[i - 1];
            breaks += (differing | -differing) >>> 31;
        }
        return breaks * FLAT < count;
    }

    private PngFilter cheapest(int[] units, int at, int above, int count, long plain, PngFilter[] filters) {
        long best = plain;
        PngFilter choice = PngFilter.NONE;
        if (best <= count >> 3) {
            return choice;
        }
        candidate = candidate.length < count ? new int[count] : candidate;
        for (PngFilter filter : filters) {
            filter.apply(units, at, above, count, candidate, 0);
            long cost = cost(candidate, count);
            if (cost < best) {
                best = cost;
                choice = filter;
            }
        }
        return choice;
    }

    /** How many units differ from the one before: below those that are new, above those that the row above knows. */
    private static long changes(int[] units, int at, int above, int count) {
        int breaks = 1;
        int repeats = 0;
        for (int i = 1; i < count; i++) {
            int unit = units[at + i];
            if (unit != units[at + i - 1]) {
                boolean known = above >= 0
                        && (unit == units[above + i]
                                || unit == units[above + i - 1]
                                || i + 1 < count && unit == units[above + i + 1]);
                repeats += known ? 1 : 0;
                breaks += known ? 0 : 1;
            }
        }
        return (long) repeats << Integer.SIZE | breaks;
    }

    private long plainCost(long changes) {
        return (changes >>> Integer.SIZE) + (changes & COUNT) * (BREAK_BITS + PLAIN_BITS * unitBytes);
    }

    private static long cost(int[] units, int count) {
        long cost = 0;
        int last = 0;
        for (int i = 0; i < count; i++) {
            int unit = units[i];
            if (unit != last) {
                cost += BREAK_BITS
                        + bits(unit >>> 24)
                        + bits(unit >> 16 & 0xFF)
                        + bits(unit >> 8 & 0xFF)
                        + bits(unit & 0xFF);
                last = unit;
            }
        }
        return cost;
    }

    /** The bits of a byte as a signed number. */
    private static int bits(int value) {
        int magnitude = value < 128 ? value : 256 - value;
        return 32 - Integer.numberOfLeadingZeros(magnitude);
    }
}
