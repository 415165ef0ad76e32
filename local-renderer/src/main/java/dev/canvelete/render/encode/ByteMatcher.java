package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Finds the cheapest way through filtered rows at given prices of symbols, byte by byte: a match may begin within a unit
 * and go on over the filter of the next row, which {@link ThoroughMatcher} does not see. Where something repeats for long,
 * most of a design, it is taken whole and nothing else is looked at. For rows that are compressed once and used often. Not
 * thread-safe.
 */
final class ByteMatcher {
    /** Bytes through which a way is found at once: memory does not grow with the rows. No match crosses their end. */
    private static final int SECTION = (1 << 16) - 1;

    /** Of matches so long only the ends are worth a look, not every length. */
    private static final int LONG = 64;

    /** How many bytes before the end of a long match something else may begin. */
    private static final int ENDS = 3;

    private static final int HASH_BITS = 15;
    private static final int MASK = DeflateSymbols.WINDOW - 1;

    /** What a bit costs: prices are whole numbers, so that a step and its price fit one long. */
    private static final int BIT = 256;

    /** A step is the price of the way that ends with it, and below that the length and the distance, 0 for a literal. */
    private static final int PRICE_SHIFT = 32;

    private static final int LENGTH_SHIFT = 16;
    private static final int DISTANCE_MASK = (1 << LENGTH_SHIFT) - 1;
    private static final long NONE = Long.MAX_VALUE;

    private final long[] literals = new long[256];
    private final long[] lengths = new long[DeflateSymbols.MAX_MATCH + 1];
    private final long[] distances = new long[DeflateSymbols.DISTANCES];

    private final byte[] bytes;
    private final int unit;
    private final int stride;
    private final int depth;

    /** The newest place of each hash, and for each place the one before it, or -1. */
    private final int[] newest = new int[1 << HASH_BITS];

    private final int[] older = new int[DeflateSymbols.WINDOW];

    /** The cheapest step to each place. */
    private final long[] steps = new long[SECTION + 1];

    private final int[] way = new int[SECTION + 1];

    private int from;
    private int to;

    /** Where the units that repeat at the place entered last end. */
    private int repeatedEnd;

    /**
     * @param depth how many places with the same bytes are looked at
     */
    ByteMatcher(Rows rows, SymbolPrices prices, int depth) {
        this.bytes = rows.toBytes();
        this.unit = rows.unitBytes();
        this.stride = rows.stride();
        this.depth = depth;
        Arrays.setAll(literals, value -> price(prices.literal(value)));
        for (int length = DeflateSymbols.MIN_MATCH; length <= DeflateSymbols.MAX_MATCH; length++) {
            lengths[length] = price(prices.length(length));
        }
        Arrays.setAll(distances, symbol -> price(prices.distance(DeflateSymbols.DISTANCE_BASE[symbol])));
        Arrays.fill(newest, -1);
    }

    private static long price(float bits) {
        return (long) Math.round(bits * BIT) << PRICE_SHIFT;
    }

    /** Hands the tokens over. */
    void match(TokenBlocks tokens) {
        for (from = 0; from < bytes.length; from = to) {
            to = Math.min(bytes.length, from + SECTION);
            search();
            hand(tokens);
        }
    }

    private void search() {
        Arrays.fill(steps, 1, to - from + 1, NONE);
        steps[0] = 0;
        int runEnd = from;
        int aboveEnd = from;
        for (int at = from; at < to; at++) {
            if (at >= runEnd) {
                runEnd = at + same(at, at - unit, to - at);
            }
            // Nobody asks within a longer run what else is like it.
            boolean entered = runEnd - at < DeflateSymbols.MAX_MATCH && at + DeflateSymbols.MIN_MATCH <= bytes.length;
            int last = entered ? enter(at) : -1;
            if (steps[at - from] == NONE) {
                continue;
            }
            if (at >= aboveEnd && stride <= DeflateSymbols.WINDOW) {
                aboveEnd = at + same(at, at - stride, to - at);
            }
            offers(at, last, runEnd - at, aboveEnd - at);
        }
    }

    private void offers(int at, int last, int run, int above) {
        int longest = Math.max(run, above);
        if (longest < LONG) {
            offer(at, 1, before(at) + literals[bytes[at] & 0xFF], 0);
            relax(at, DeflateSymbols.MIN_MATCH, run, unit);
            // Seldom the nearest that matches so far, but so frequent that its symbol is cheap.
            relax(at, DeflateSymbols.MIN_MATCH, above, stride);
            chain(at, last, DeflateSymbols.MIN_MATCH - 1);
            return;
        }
        if (run >= LONG) {
            whole(at, run, unit);
        }
        if (above >= LONG) {
            whole(at, above, stride);
        }
        if (longest < DeflateSymbols.MAX_MATCH) {
            chain(at, last, longest);
        }
    }

    /** Offers a long match: all of it, and as many of the longest matches as it holds, or one. */
    private void whole(int at, int length, int distance) {
        long before = before(at);
        long far = distances[DeflateSymbols.ofDistance(distance)];
        long longest = far + lengths[DeflateSymbols.MAX_MATCH];
        if (length > DeflateSymbols.MAX_MATCH) {
            int most = length / DeflateSymbols.MAX_MATCH;
            offer(at, DeflateSymbols.MAX_MATCH, before + longest, distance);
            offer(at, most * DeflateSymbols.MAX_MATCH, before + most * longest, distance);
        }
        for (int part = length - ENDS; part <= length; part++) {
            int most = DeflateSymbols.longestParts(part);
            int rest = part - most * DeflateSymbols.MAX_MATCH;
            int first = DeflateSymbols.part(rest);
            long price = before + most * longest + far + lengths[first];
            offer(at, part, rest == first ? price : price + far + lengths[rest - first], distance);
        }
    }

    private void chain(int at, int last, int least) {
        int most = Math.min(DeflateSymbols.MAX_MATCH, to - at);
        int known = least;
        int place = last;
        for (int tries = depth;
                place >= 0 && at - place < DeflateSymbols.WINDOW && tries > 0 && known < most;
                tries--) {
            if (bytes[place + known] == bytes[at + known]) {
                int same = same(at, place, most);
                if (same > known) {
                    relax(at, known + 1, Math.min(same, LONG), at - place);
                    if (same > LONG) {
                        relax(at, Math.max(known + 1, same - ENDS), same, at - place);
                    }
                    known = same;
                }
            }
            place = older[place & MASK];
        }
    }

    /** How many bytes are the same at both places, none if the other lies before all. */
    private int same(int at, int other, int most) {
        if (other < 0) {
            return 0;
        }
        int different = Arrays.mismatch(bytes, at, at + most, bytes, other, other + most);
        return different < 0 ? most : different;
    }

    /**
     * Enters a place and returns the last like it, or -1. Places where units repeat are alike if they do so as long and end
     * in the same byte: there would be too many else, and what they have in common is found as a run.
     */
    private int enter(int at) {
        if (at + unit >= repeatedEnd) {
            int next = Math.min(at + unit, bytes.length);
            repeatedEnd = next + same(next, at, bytes.length - next);
        }
        int repeated = repeatedEnd - at - unit;
        int key = repeated < DeflateSymbols.MIN_MATCH
                ? (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16
                : repeated << 16 | (repeatedEnd < bytes.length ? (bytes[repeatedEnd] & 0xFF) << 8 : 0);
        int slot = (key | bytes[at] & 0xFF) * 0x9E3779B1 >>> Integer.SIZE - HASH_BITS;
        int last = newest[slot];
        newest[slot] = at;
        older[at & MASK] = last;
        return last;
    }

    /** What it costs to get to a place. */
    private long before(int at) {
        return steps[at - from] >>> PRICE_SHIFT << PRICE_SHIFT;
    }

    private void relax(int at, int shortest, int longest, int distance) {
        if (shortest > longest) {
            return;
        }
        long[] steps = this.steps;
        long[] lengths = this.lengths;
        long before = before(at) + distances[DeflateSymbols.ofDistance(distance)] | distance;
        int start = at - from;
        for (int length = shortest; length <= longest; length++) {
            long step = before + lengths[length] | (long) length << LENGTH_SHIFT;
            if (step < steps[start + length]) {
                steps[start + length] = step;
            }
        }
    }

    private void offer(int at, int length, long price, int distance) {
        long step = price | (long) length << LENGTH_SHIFT | distance;
        int end = at - from + length;
        if (step < steps[end]) {
            steps[end] = step;
        }
    }

    private static int length(long step) {
        return (int) step >>> LENGTH_SHIFT;
    }

    /** Goes back along the cheapest way, turns it round, and hands its tokens over. */
    private void hand(TokenBlocks tokens) {
        int count = 0;
        for (int end = to - from; end > 0; end -= length(steps[end])) {
            way[count++] = end;
        }
        while (count > 0) {
            int end = way[--count];
            int distance = (int) steps[end] & DISTANCE_MASK;
            if (distance == 0) {
                tokens.literal(bytes[from + end - 1] & 0xFF);
                continue;
            }
            for (int rest = length(steps[end]); rest > 0; ) {
                int part = DeflateSymbols.part(rest);
                tokens.match(part, distance);
                rest -= part;
            }
        }
    }
}
