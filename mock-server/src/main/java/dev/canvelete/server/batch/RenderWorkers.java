package dev.canvelete.server.batch;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.WakeUp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that render. Each takes one render after another from what was claimed, and sleeps while there is none. A
 * claim is a lease that a further thread renews while this process lives; if it dies or stands still, whichever machine
 * notices first queues the render again, and fails it after its last attempt. A render that takes longer than it may fails
 * too; should its thread not heed that, another takes its place.
 */
public final class RenderWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RenderWorkers.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ATTEMPTS = 5;

    /** How often a lease is renewed before it would end. */
    private static final int CHANCES = 3;

    /** How often, until then, renders are given back that nobody begins. */
    private static final int BEATS = 10;

    private final BatchStore store;
    private final RenderTask task;
    private final WakeUp work;
    private final Settings settings;
    private final WorldClocks clocks;
    private final Leases leases;
    private final ClaimedRenders claimed;
    private final EndedRenders ended;
    private final WakeUp closing = new WakeUp();
    private final TimeLimit limit;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;

    /**
     * @param work called when a render was queued
     * @param told how each render ended
     */
    public RenderWorkers(
            BatchStore store,
            RenderTask task,
            Completion completion,
            WakeUp work,
            Settings settings,
            WorldClocks clocks,
            Consumer<RenderOutcome> told) {
        this.store = store;
        this.task = task;
        this.work = work;
        this.settings = settings;
        this.clocks = clocks;
        this.leases = new Leases(store, settings.lease());
        this.claimed = new ClaimedRenders(store, leases, clocks, settings.threads());
        this.limit = new TimeLimit(settings.timeLimit(), clocks, this::giveUp);
        this.ended = new EndedRenders(completion, leases, clocks, this::settled, told);
    }

    /**
     * How to work.
     *
     * @param threads how many renders go on at once
     * @param lease how long a claim holds without a sign of life
     * @param timeLimit how long a render may take
     */
    public record Settings(int threads, Duration lease, Duration timeLimit) {}

    /** Takes up what dead processes left, and begins to work. */
    public void start() {
        ended.start();
        recover();
        limit.start();
        for (int i = 0; i < settings.threads(); i++) {
            startWorker();
        }
        threads.add(Thread.ofPlatform().name("render-leases").daemon().start(this::keepLeases));
    }

    private void startWorker() {
        Thread worker = Thread.ofPlatform()
                .name("render-" + numbers.incrementAndGet())
                .daemon()
                .unstarted(this::loop);
        threads.add(worker);
        worker.start();
    }

    private void recover() {
        for (RenderJob job : store.abandoned()) {
            if (job.attempt() < MOST_ATTEMPTS) {
                store.requeue(job);
            } else {
                ended.add(
                        job,
                        new RenderOutcome.Failed(ApiError.of(
                                ErrorCode.RENDER_FAILED, "The render was interrupted " + MOST_ATTEMPTS + " times")));
            }
        }
    }

    private void keepLeases() {
        for (int beat = 1; open; beat++) {
            try {
                closing.await(0, settings.lease().dividedBy((long) BEATS * CHANCES));
                claimed.giveBackStuck();
                if (beat % BEATS == 0) {
                    leases.renew();
                    recover();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("leases could not be renewed", e);
            }
        }
    }

    private void loop() {
        boolean goOn = true;
        while (open && goOn) {
            long seen = work.count();
            try {
                Optional<RenderJob> next = claimed.next();
                if (next.isPresent()) {
                    goOn = render(next.get());
                } else {
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

    /**
     * Renders. A render that is held back keeps no worker from the next one.
     *
     * @return whether this thread is still a worker: another has taken the place of one that drew for too long
     */
    private boolean render(RenderJob next) {
        RenderJob job = next.begun(clocks.now(next.account()));
        RunningRender render = limit.begin(job);
        long start = System.nanoTime();
        CompletableFuture<Void> end = task.run(render)
                .thenAccept(outcome -> end(render, outcome))
                .whenComplete((over, failure) -> {
                    if (failure != null) {
                        LOG.error("the render {} stumbled", job.renderId(), failure);
                        limit.end(render);
                        leases.release(job);
                    }
                });
        if (!end.isDone()) {
            return true;
        }
        claimed.took(Duration.ofNanos(System.nanoTime() - start));
        return render.stopped() != Thread.currentThread();
    }

    private void end(RunningRender render, Optional<RenderOutcome> outcome) {
        RenderJob job = render.job();
        if (limit.end(render) && outcome.isPresent()) {
            ended.add(job, outcome.get());
        } else {
            LOG.info("the render {} came too late", job.renderId());
            outcome.ifPresent(late -> task.settled(job, late));
        }
    }

    private void settled(RenderEnd end) {
        leases.release(end.job());
        task.settled(end.job(), end.outcome());
    }

    private void giveUp(RunningRender render) {
        RenderJob job = render.job();
        LOG.warn("the render {} is given up: it takes longer than {}", job.renderId(), settings.timeLimit());
        Thread stopped = render.stopped();
        if (stopped != null && threads.remove(stopped) && open) {
            startWorker();
        }
        ended.add(
                job,
                new RenderOutcome.Failed(ApiError.of(
                        ErrorCode.RENDER_TIMEOUT,
                        "Render timeout: it took longer than "
                                + settings.timeLimit().toMillis() + " ms")));
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
        limit.stop();
        claimed.giveBack();
        ended.close();
    }
}
