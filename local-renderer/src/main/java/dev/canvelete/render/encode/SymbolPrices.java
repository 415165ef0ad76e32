package dev.canvelete.render.encode;

import java.util.Arrays;

/** What deflate's symbols cost in bits, those that follow them included. */
final class SymbolPrices {
    private final float[] literals = new float[256];
    private final float[] lengths = new float[DeflateSymbols.MAX_MATCH + 1];
    private final float[] distances = new float[DeflateSymbols.DISTANCES];

    private SymbolPrices() {}

    /** Prices before anything is known. */
    static SymbolPrices guessed(int unitBytes) {
        SymbolPrices guessed = new SymbolPrices();
        Arrays.fill(guessed.literals, 7);
        for (int length = DeflateSymbols.MIN_MATCH; length <= DeflateSymbols.MAX_MATCH; length++) {
            guessed.lengths[length] = 6 + DeflateSymbols.LENGTH_EXTRA[DeflateSymbols.ofLength(length)];
        }
        guessed.lengths[DeflateSymbols.MAX_MATCH] = 2;
        for (int symbol = 0; symbol < DeflateSymbols.DISTANCES; symbol++) {
            guessed.distances[symbol] = 4 + DeflateSymbols.DISTANCE_EXTRA[symbol];
        }
        guessed.distances[DeflateSymbols.ofDistance(unitBytes)] = 1;
        return guessed;
    }

    /** Prices that what was written led to. */
    static SymbolPrices of(DeflateBlock written) {
        SymbolPrices prices = new SymbolPrices();
        float[] ofLiterals = information(written.totalLiterals);
        System.arraycopy(ofLiterals, 0, prices.literals, 0, 256);
        for (int length = DeflateSymbols.MIN_MATCH; length <= DeflateSymbols.MAX_MATCH; length++) {
            int symbol = DeflateSymbols.ofLength(length);
            prices.lengths[length] = ofLiterals[257 + symbol] + DeflateSymbols.LENGTH_EXTRA[symbol];
        }
        float[] ofDistances = information(written.totalDistances);
        for (int symbol = 0; symbol < DeflateSymbols.DISTANCES; symbol++) {
            prices.distances[symbol] = ofDistances[symbol] + DeflateSymbols.DISTANCE_EXTRA[symbol];
        }
        return prices;
    }

    /** The information of each symbol in bits; one that did not occur is priced as if it had, half a time. */
    private static float[] information(long[] counts) {
        long total = Math.max(1, Arrays.stream(counts).sum());
        float[] bits = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            bits[i] = (float) Math.max(1, StrictMath.log(total / Math.max(0.5, counts[i])) / StrictMath.log(2));
        }
        return bits;
    }

    float literal(int value) {
        return literals[value];
    }

    float unit(int unit, int unitBytes) {
        float price = 0;
        for (int shift = 8 * unitBytes - 8; shift >= 0; shift -= 8) {
            price += literals[unit >>> shift & 0xFF];
        }
        return price;
    }

    /** What a length of 3..258 costs. */
    float length(int bytes) {
        return lengths[bytes];
    }

    /** What a distance of 1..32768 costs. */
    float distance(int bytes) {
        return distances[DeflateSymbols.ofDistance(bytes)];
    }

    /** What it costs to get to a match's end from {@code before}, what it costs to get to where it begins. */
    float match(float before, int bytes, int distance) {
        float price = before;
        float far = distances[DeflateSymbols.ofDistance(distance)];
        for (int rest = bytes; rest > 0; ) {
            int part = DeflateSymbols.part(rest);
            price += far + lengths[part];
            rest -= part;
        }
        return price;
    }
}
