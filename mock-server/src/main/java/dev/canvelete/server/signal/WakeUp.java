package dev.canvelete.server.signal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tells loops that there may be work. A loop reads {@link #count} before it looks for work and then waits for a later
 * call, so that none is lost in between. Thread-safe.
 */
public final class WakeUp {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final @Nullable WakeUp further;
    private long count;

    /** A signal of its own. */
    public WakeUp() {
        this(null);
    }

    private WakeUp(@Nullable WakeUp further) {
        this.further = further;
    }

    /** A signal that wakes this one's loops too. */
    public WakeUp within() {
        return new WakeUp(this);
    }

    /** How often it was called so far. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes every loop that waits. */
    public void call() {
        lock.lock();
        try {
            count++;
            called.signalAll();
        } finally {
            lock.unlock();
        }
        if (further != null) {
            further.call();
        }
    }

    /** Waits until it has been called more often than {@code seen}, or the time is up. */
    public void await(long seen, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (count == seen && left > 0) {
                left = called.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
