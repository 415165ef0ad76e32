package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Tokens that are parted into blocks wherever codes of their own save more than they take: a heading on a gradient and the
 * small print below it have little in common. Not thread-safe.
 */
final class TokenBlocks {
    /** Blocks begin and end at multiples of so many tokens. */
    private static final int GRAIN = 128;

    /** Where the counts of distances begin, behind those of literals and lengths. */
    private static final int DISTANCES = DeflateSymbols.LITERALS_AND_LENGTHS;

    private static final int SYMBOLS = DISTANCES + DeflateSymbols.DISTANCES;

    /** What a block takes for its codes, about: so many bits, and so many for each symbol in use. */
    private static final int HEAD_BITS = 200;

    private static final int SYMBOL_BITS = 7;

    /** Above the distance of a match, which is 0 for a literal, the length or the literal. */
    private static final int VALUE_SHIFT = 16;

    private static final int DISTANCE_MASK = (1 << VALUE_SHIFT) - 1;

    private int[] tokens = new int[1 << 12];
    private int size;

    void literal(int value) {
        add(value << VALUE_SHIFT);
    }

    /** Adds a match of 3..258 bytes. */
    void match(int length, int distance) {
        add(length << VALUE_SHIFT | distance);
    }

    private void add(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        tokens[size++] = token;
    }

    /** Writes them all, and forgets them. */
    void write(DeflateBlock to) {
        int grains = (size + GRAIN - 1) / GRAIN;
        int[][] counts = counts(grains);
        part(counts, 0, grains, cost(counts, 0, grains), to);
        size = 0;
    }

    /** How often each symbol occurs before each grain, and in all. */
    private int[][] counts(int grains) {
        int[][] counts = new int[grains + 1][];
        int[] soFar = new int[SYMBOLS];
        for (int grain = 0; grain < grains; grain++) {
            counts[grain] = soFar.clone();
            for (int i = grain * GRAIN; i < Math.min(size, (grain + 1) * GRAIN); i++) {
                int value = tokens[i] >>> VALUE_SHIFT;
                int distance = tokens[i] & DISTANCE_MASK;
                if (distance == 0) {
                    soFar[value]++;
                } else {
                    soFar[257 + DeflateSymbols.ofLength(value)]++;
                    soFar[DISTANCES + DeflateSymbols.ofDistance(distance)]++;
                }
            }
        }
        counts[grains] = soFar;
        return counts;
    }

    /** Parts the grains in two where that saves most, and these again, until it saves nothing. */
    private void part(int[][] counts, int from, int to, double whole, DeflateBlock into) {
        int best = to;
        double least = whole;
        double bestLeft = 0;
        for (int at = from + 1; at < to; at++) {
            double left = cost(counts, from, at);
            double both = left + cost(counts, at, to);
            if (both < least) {
                least = both;
                best = at;
                bestLeft = left;
            }
        }
        if (best == to) {
            hand(from, to, into);
        } else {
            part(counts, from, best, bestLeft, into);
            part(counts, best, to, least - bestLeft, into);
        }
    }

    /** About how many bits the grains take as one block, but for those that follow symbols. */
    private static double cost(int[][] counts, int from, int to) {
        return HEAD_BITS
                + cost(counts[from], counts[to], 0, DISTANCES)
                + cost(counts[from], counts[to], DISTANCES, SYMBOLS);
    }

    private static double cost(int[] before, int[] after, int first, int end) {
        long total = 0;
        double bits = 0;
        for (int symbol = first; symbol < end; symbol++) {
            int count = after[symbol] - before[symbol];
            if (count > 0) {
                total += count;
                bits += SYMBOL_BITS - count * log2(count);
            }
        }
        return total == 0 ? 0 : bits + total * log2(total);
    }

    private static double log2(double of) {
        return StrictMath.log(of) / StrictMath.log(2);
    }

    private void hand(int from, int to, DeflateBlock block) {
        for (int i = from * GRAIN; i < Math.min(size, to * GRAIN); i++) {
            int value = tokens[i] >>> VALUE_SHIFT;
            int distance = tokens[i] & DISTANCE_MASK;
            if (distance == 0) {
                block.literal(value);
            } else {
                block.match(value, distance);
            }
        }
        block.write();
    }
}
