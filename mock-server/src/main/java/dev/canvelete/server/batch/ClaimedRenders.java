package dev.canvelete.server.batch;

import dev.canvelete.server.clock.WorldClocks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The renders that this machine has claimed and not begun. It claims as many at once as its workers will probably begin
 * within a moment: a claim costs about as much for one as for many, but what is claimed can no longer be cancelled, nor
 * begun by another machine. Thread-safe.
 */
final class ClaimedRenders {
    private static final int MOST = 256;
    private static final Duration AHEAD = Duration.ofMillis(100);

    /** How much a render counts in the average of how long renders take. */
    private static final double WEIGHT = 1.0 / 8;

    private final BatchStore store;
    private final Leases leases;
    private final WorldClocks clocks;
    private final int workers;
    private final Deque<RenderJob> waiting = new ArrayDeque<>();
    private double nanosEach;
    private boolean moved;

    /** @param workers how many take from here */
    ClaimedRenders(BatchStore store, Leases leases, WorldClocks clocks, int workers) {
        this.store = store;
        this.leases = leases;
        this.clocks = clocks;
        this.workers = workers;
        this.nanosEach = (double) workers * AHEAD.toNanos();
    }

    /** The next render to begin; empty if there is none to claim either. */
    synchronized Optional<RenderJob> next() {
        if (waiting.isEmpty()) {
            List<RenderJob> claimed = store.claim(size(), clocks, leases.length());
            leases.hold(claimed);
            Claim together = new Claim(claimed);
            claimed.forEach(job -> waiting.add(job.in(together)));
        }
        moved = true;
        return Optional.ofNullable(waiting.poll());
    }

    private int size() {
        return Math.clamp((long) (workers * AHEAD.toNanos() / nanosEach), 1, MOST);
    }

    /** Learns how long a render kept its worker. */
    synchronized void took(Duration time) {
        nanosEach = Math.max(1, nanosEach + WEIGHT * (time.toNanos() - nanosEach));
    }

    /** Gives back what has waited since the last call because every worker is busy with something slow. */
    synchronized void giveBackStuck() {
        if (!moved) {
            giveBack();
        }
        moved = false;
    }

    /** Gives back all, for whoever has time. */
    synchronized void giveBack() {
        List<RenderJob> stuck = List.copyOf(waiting);
        store.giveBack(stuck);
        waiting.clear();
        stuck.forEach(leases::release);
    }
}
