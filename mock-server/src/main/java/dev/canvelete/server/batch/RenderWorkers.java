package dev.canvelete.server.batch;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.id.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that render. Each claims one render after another from the store, and sleeps while there is none. A claim
 * is a lease: if this process dies, the render is queued again when the lease ends, and fails after its last attempt.
 */
public final class RenderWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RenderWorkers.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ATTEMPTS = 3;

    private final BatchStore store;
    private final RenderTask task;
    private final BatchService.Ends ends;
    private final InstantSource clock;
    private final BatchEvents events;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    public RenderWorkers(BatchStore store, RenderTask task, BatchService.Ends ends, IdSource ids, InstantSource clock) {
        this.store = store;
        this.task = task;
        this.ends = ends;
        this.clock = clock;
        this.events = new BatchEvents(ids);
    }

    /** Starts that many threads. */
    public void start(int count) {
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name("render-" + i).daemon().start(this::loop));
        }
    }

    /**
     * Takes back every claim whose lease ended before {@code now}. A process that is alone on its database calls this
     * at its start with a time beyond all leases.
     */
    public void recover(Instant now) {
        for (RenderJob job : store.expired(now)) {
            if (job.attempt() < MOST_ATTEMPTS) {
                store.requeue(job);
            } else {
                finish(
                        job,
                        new RenderOutcome.Failed(ApiError.of(
                                ErrorCode.RENDER_FAILED, "The render was interrupted " + MOST_ATTEMPTS + " times")));
            }
        }
    }

    /** How long a claim holds. */
    public static Duration lease() {
        return LEASE;
    }

    private void loop() {
        while (open) {
            long seen = ends.work().count();
            try {
                if (!step()) {
                    recover(clock.instant());
                    ends.work().await(seen, POLL);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("a worker stumbled", e);
                pause(seen);
            }
        }
    }

    private boolean step() {
        Instant now = clock.instant();
        List<RenderJob> jobs = store.claim(1, now, now.plus(LEASE));
        jobs.forEach(this::run);
        return !jobs.isEmpty();
    }

    /** A render that is held back keeps no worker from the next one. */
    private void run(RenderJob job) {
        CompletableFuture<RenderOutcome> outcome = task.run(job);
        if (outcome.isDone()) {
            finish(job, outcome.join());
        } else {
            outcome.thenAccept(late -> finish(job, late)).exceptionally(e -> {
                LOG.error("a render that was held back stumbled", e);
                return null;
            });
        }
    }

    private void finish(RenderJob job, RenderOutcome outcome) {
        switch (store.finish(job, outcome, clock.instant(), events)) {
            case NOTHING -> LOG.warn("render {} had been taken over by another attempt", job.renderId());
            case RENDER -> ends.waiting().ended(job.renderId());
            case BATCH -> {
                ends.waiting().ended(job.renderId());
                ends.batchEnded(String.valueOf(job.batchId()));
            }
        }
    }

    private void pause(long seen) {
        try {
            ends.work().await(seen, POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops claiming and lets running renders end, for a while; what does not end is rendered after the next start. */
    @Override
    public void close() {
        open = false;
        ends.work().call();
        for (Thread thread : threads) {
            try {
                if (!thread.join(PATIENCE)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
