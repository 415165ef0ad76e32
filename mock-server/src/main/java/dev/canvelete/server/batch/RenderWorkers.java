package dev.canvelete.server.batch;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.WakeUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that render. Each claims one render after another from the store, and sleeps while there is none. A claim
 * is a lease that a further thread renews while this process lives; if it dies or stands still, whichever machine
 * notices first queues the render again, and fails it after its last attempt.
 */
public final class RenderWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RenderWorkers.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ATTEMPTS = 5;

    private final BatchStore store;
    private final RenderTask task;
    private final Completion completion;
    private final WakeUp work;
    private final Duration lease;
    private final WorldClocks clocks;
    private final Consumer<RenderOutcome> ended;
    private final Map<String, RenderJob> running = new ConcurrentHashMap<>();
    private final WakeUp closing = new WakeUp();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    /**
     * @param work called when a render was queued
     * @param lease how long a claim holds without a sign of life
     * @param ended told how each render ended
     */
    public RenderWorkers(
            BatchStore store,
            RenderTask task,
            Completion completion,
            WakeUp work,
            Duration lease,
            WorldClocks clocks,
            Consumer<RenderOutcome> ended) {
        this.store = store;
        this.task = task;
        this.completion = completion;
        this.work = work;
        this.lease = lease;
        this.clocks = clocks;
        this.ended = ended;
    }

    /** Takes up what dead processes left, and starts that many threads. */
    public void start(int count) {
        recover();
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name("render-" + i).daemon().start(this::loop));
        }
        threads.add(Thread.ofPlatform().name("render-leases").daemon().start(this::keepLeases));
    }

    private void recover() {
        for (RenderJob job : store.abandoned()) {
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

    private void keepLeases() {
        // Three chances before a lease ends.
        Duration pause = lease.dividedBy(3);
        while (open) {
            try {
                closing.await(0, pause);
                store.renew(running.values(), lease);
                recover();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("leases could not be renewed", e);
            }
        }
    }

    private void loop() {
        while (open) {
            long seen = work.count();
            try {
                if (!step()) {
                    work.await(seen, POLL);
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
        List<RenderJob> jobs = store.claim(1, clocks, lease);
        jobs.forEach(this::render);
        return !jobs.isEmpty();
    }

    /** A render that is held back keeps no worker from the next one. */
    private void render(RenderJob job) {
        running.put(job.renderId(), job);
        CompletableFuture<Void> end = task.run(job)
                .thenAccept(outcome -> finish(job, outcome))
                .whenComplete((over, failure) -> running.remove(job.renderId(), job));
        if (end.isDone()) {
            end.join();
        } else {
            var unused = end.exceptionally(e -> {
                LOG.error("a render that was held back stumbled", e);
                return null;
            });
        }
    }

    private void finish(RenderJob job, RenderOutcome outcome) {
        if (completion.finish(job, outcome) == BatchStore.Ending.NOTHING) {
            LOG.info("render {} had been taken over by another attempt, or reset", job.renderId());
        } else {
            ended.accept(outcome);
        }
    }

    private void pause(long seen) {
        try {
            work.await(seen, POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops claiming and lets running renders end, for a while; what does not end is rendered after the next start. */
    @Override
    public void close() {
        open = false;
        closing.call();
        work.call();
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
