package dev.canvelete.render.encode;

import java.util.Arrays;

/** Where the same few units came last. Likeness is by hash: only looking shows whether it is the same. Not thread-safe. */
final class LastPlaces {
    /** Small enough for all that matching needs to stay in the processor's nearest cache; twice as many find no more. */
    private static final int BITS = 10;

    private final int[] places = new int[1 << BITS];

    /** Forgets all; for what never came {@link #replace} gives {@code nowhere}. */
    void clear(int nowhere) {
        Arrays.fill(places, nowhere);
    }

    /** Enters a place under a hash, of which the highest bits are the best, and returns the last one like it. */
    int replace(int hash, int place) {
        int slot = hash >>> Integer.SIZE - BITS;
        int last = places[slot];
        places[slot] = place;
        return last;
    }
}
