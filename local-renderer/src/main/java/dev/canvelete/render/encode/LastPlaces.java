package dev.canvelete.render.encode;

import java.util.Arrays;

/** Where the same few units came last. Likeness is by hash: only looking shows whether it is the same. Not thread-safe. */
final class LastPlaces {
    /** Small enough for the processor's nearest cache. */
    private static final int BITS = 11;

    private final int[] places = new int[1 << BITS];

    /** Added to each place, so that those of earlier rows are below it and need not be cleared. */
    private int base = 1;

    /** Above each place that is entered, as it is entered. */
    private int end = 1;

    /** Forgets all; places of what follows are under {@code most}. */
    void clear(int most) {
        if (end > Integer.MAX_VALUE - most) {
            Arrays.fill(places, 0);
            end = 1;
        }
        base = end;
        end = base + most;
    }

    /** A hash of so many units, 1..4, the highest bits the best. */
    static int hash(int[] units, int at, int count) {
        int hash = units[at] * 0x9E3779B1;
        if (count > 1) {
            hash += units[at + 1] * 0x85EBCA6B;
        }
        if (count > 2) {
            hash += units[at + 2] * 0xC2B2AE35;
        }
        if (count > 3) {
            hash += units[at + 3] * 0x27D4EB2F;
        }
        return hash;
    }

    /** Enters a place under a hash and returns the last like it, or less than 0. */
    int replace(int hash, int place) {
        int slot = hash >>> Integer.SIZE - BITS;
        int last = places[slot] - base;
        places[slot] = base + place;
        return last;
    }
}
