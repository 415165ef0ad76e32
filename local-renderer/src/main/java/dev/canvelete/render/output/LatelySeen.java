package dev.canvelete.render.output;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Remembers the last few different things by their hashes. Thread-safe, without a lock: what slips through comes again. */
final class LatelySeen {
    /** A power of two. */
    private static final int KEPT = 16;

    private final AtomicIntegerArray hashes = new AtomicIntegerArray(KEPT);
    private final AtomicInteger next = new AtomicInteger();

    /** Whether something of that hash is remembered; it is from now on. */
    boolean again(int hash) {
        for (int i = 0; i < KEPT; i++) {
            if (hashes.getPlain(i) == hash) {
                return true;
            }
        }
        hashes.set(next.getAndIncrement() & KEPT - 1, hash);
        return false;
    }
}
