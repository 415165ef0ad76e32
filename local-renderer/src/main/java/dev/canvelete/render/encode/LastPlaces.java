package dev.canvelete.render.encode;

import java.util.Arrays;

/** Where the same few units came last. Not thread-safe. */
final class LastPlaces {
    /** Small enough for the processor's nearest cache. */
    private static final int BITS = 11;

    private final int units;
    private final int[] places = new int[1 << BITS];

    /** Added to each place, so that those of earlier rows are below it and need not be cleared. */
    private int base = 1;

    /** Above each place that is entered, as it is entered. */
    private int end = 1;

    /**
     * @param units how many units in a row make a key, 1..4
     */
    LastPlaces(int units) {
        this.units = units;
    }

    /** Forgets all; places of what follows are under {@code most}. */
    void clear(int most) {
        if (end > Integer.MAX_VALUE - most) {
            Arrays.fill(places, 0);
            end = 1;
        }
        base = end;
        end = base + most;
    }

    /** Enters a place, of which as many units as make a key must exist, and returns the last like it, or less than 0. */
    int replace(int[] of, int at) {
        int hash = of[at] * 0x9E3779B1;
        if (units > 1) {
            hash = Integer.rotateLeft(hash, 13) + of[at + 1] * 0x85EBCA6B;
        }
        if (units > 2) {
            hash = Integer.rotateLeft(hash, 13) + of[at + 2] * 0xC2B2AE35;
        }
        if (units > 3) {
            hash = Integer.rotateLeft(hash, 13) + of[at + 3] * 0x27D4EB2F;
        }
        hash = (hash ^ hash >>> 15) * 0x27D4EB2F >>> 32 - BITS;
        int last = places[hash] - base;
        places[hash] = base + at;
        return last;
    }
}
