package dev.canvelete.server.db;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets transactions that write many rows follow one another where that is cheaper. With the end of any transaction H2
 * writes what all others have changed so far, and beside it what it would need to take that back: a quarter of all that
 * it wrote. PostgreSQL writes each transaction's own. A turn is taken before the first row of what others write in theirs is
 * locked, and nobody waits in a turn for anything but the database. Thread-safe.
 */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final boolean needed;

    /** @param shared whether the database is one that several machines may share, as H2 is not */
    Turns(boolean shared) {
        this.needed = !shared;
    }

    /** Runs a transaction in a turn of its own, or in the caller's. */
    <T> T take(Supplier<T> transaction) {
        if (!needed) {
            return transaction.get();
        }
        lock.lock();
        try {
            return transaction.get();
        } finally {
            lock.unlock();
        }
    }
}
