package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Finds the cheapest way through filtered rows at given prices of symbols, byte by byte: a match may begin within a unit
 * and go on over the filter of the next row, which {@link ThoroughMatcher} does not see. For rows that are compressed once
 * and used often. Not thread-safe.
 */
final class ByteMatcher {
    /** Bytes through which a way is found at once: memory does not grow with the rows. No match crosses their end. */
    private static final int SECTION = 1 << 16;

    /** How many places with the same bytes are looked at. */
    private static final int CHAIN = 128;

    private static final int HASH_BITS = 15;
    private static final int MASK = DeflateSymbols.WINDOW - 1;

    private final SymbolPrices prices;
    private final byte[] bytes;
    private final int unit;
    private final int stride;

    /** The newest place of each hash, and for each place the one before it, or -1. */
    private final int[] newest = new int[1 << HASH_BITS];

    private final int[] older = new int[DeflateSymbols.WINDOW];

    private final float[] cost = new float[SECTION + 1];
    private final int[] lengths = new int[SECTION + 1];
    private final int[] distances = new int[SECTION + 1];
    private final int[] way = new int[SECTION + 1];

    private int from;
    private int to;

    /** Where the units that repeat at the place entered last end. */
    private int repeatedEnd;

    ByteMatcher(Rows rows, SymbolPrices prices) {
        this.prices = prices;
        this.bytes = rows.toBytes();
        this.unit = rows.unitBytes();
        this.stride = rows.stride();
        Arrays.fill(newest, -1);
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
        Arrays.fill(cost, Float.MAX_VALUE);
        cost[0] = 0;
        int runEnd = from;
        for (int at = from; at < to; at++) {
            if (at >= runEnd) {
                runEnd = at + same(at, at - unit, to - at);
            }
            int last = at + DeflateSymbols.MIN_MATCH <= bytes.length ? enter(at) : -1;
            if (cost[at - from] == Float.MAX_VALUE) {
                continue;
            }
            offers(at, last, runEnd - at);
        }
    }

    private void offers(int at, int last, int run) {
        int most = Math.min(DeflateSymbols.MAX_MATCH, to - at);
        int above = stride <= DeflateSymbols.WINDOW ? same(at, at - stride, most) : 0;
        // Nothing is much cheaper than the longest match, and most of a design is where there is one.
        if (run >= DeflateSymbols.MAX_MATCH) {
            relax(at, DeflateSymbols.MAX_MATCH, DeflateSymbols.MAX_MATCH, unit);
        } else if (above == DeflateSymbols.MAX_MATCH) {
            relax(at, above, above, stride);
        } else {
            offer(at, 1, cost[at - from] + prices.literal(bytes[at] & 0xFF), 0);
            relax(at, DeflateSymbols.MIN_MATCH, run, unit);
            // Seldom the nearest that matches so far, but so frequent that its symbol is cheap.
            relax(at, DeflateSymbols.MIN_MATCH, above, stride);
            chain(at, last, most);
        }
    }

    private void chain(int at, int last, int most) {
        int known = DeflateSymbols.MIN_MATCH - 1;
        int place = last;
        for (int tries = CHAIN; place >= 0 && at - place < DeflateSymbols.WINDOW && tries > 0; tries--) {
            if (known < most && bytes[place + known] == bytes[at + known]) {
                int same = same(at, place, most);
                relax(at, known + 1, same, at - place);
                known = Math.max(known, same);
            }
            if (known == most) {
                break;
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

    private void relax(int at, int shortest, int longest, int distance) {
        float before = cost[at - from] + prices.distance(distance);
        for (int length = shortest; length <= longest; length++) {
            offer(at, length, before + prices.length(length), distance);
        }
    }

    private void offer(int at, int length, float price, int distance) {
        int end = at - from + length;
        if (price < cost[end]) {
            cost[end] = price;
            lengths[end] = length;
            distances[end] = distance;
        }
    }

    /** Goes back along the cheapest way, turns it round, and hands its tokens over. */
    private void hand(TokenBlocks tokens) {
        int steps = 0;
        for (int end = to - from; end > 0; end -= lengths[end]) {
            way[steps++] = end;
        }
        while (steps > 0) {
            int end = way[--steps];
            if (distances[end] == 0) {
                tokens.literal(bytes[from + end - 1] & 0xFF);
            } else {
                tokens.match(lengths[end], distances[end]);
            }
        }
    }
}
