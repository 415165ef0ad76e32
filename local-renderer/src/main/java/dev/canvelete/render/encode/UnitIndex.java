package dev.canvelete.render.encode;

import java.util.Arrays;

/** Where the same few units came before: for each place the one before it, newest first. Not thread-safe. */
final class UnitIndex {
    private static final int BITS = 14;

    private final int[] newest = new int[1 << BITS];
    private final int units;
    private int[] older = {};

    /**
     * @param units how many units in a row make a key, 1..3
     */
    UnitIndex(int units) {
        this.units = units;
    }

    /** Forgets all and makes room for places under {@code places}. */
    void clear(int places) {
        Arrays.fill(newest, -1);
        older = older.length < places ? new int[places] : older;
    }

    /** Enters a place, of which as many units as make a key must exist, and returns the last like it, or -1. */
    int add(int[] of, int at) {
        int last = replace(of, at);
        older[at] = last;
        return last;
    }

    /** Takes the place back that was added last. */
    void remove(int[] of, int at) {
        newest[slot(of, at)] = older[at];
    }

    /** The same for an index of which {@link #before} is never asked. */
    int replace(int[] of, int at) {
        int slot = slot(of, at);
        int last = newest[slot];
        newest[slot] = at;
        return last;
    }

    private int slot(int[] of, int at) {
        int hash = of[at] * 0x9E3779B1;
        if (units > 1) {
            hash = Integer.rotateLeft(hash, 13) + of[at + 1] * 0x85EBCA6B;
        }
        if (units > 2) {
            hash = Integer.rotateLeft(hash, 13) + of[at + 2] * 0xC2B2AE35;
        }
        return (hash ^ hash >>> 15) * 0x27D4EB2F >>> 32 - BITS;
    }

    /** The place like this one before it, or -1. Likeness is by hash: only looking shows whether it is the same. */
    int before(int place) {
        return older[place];
    }
}
