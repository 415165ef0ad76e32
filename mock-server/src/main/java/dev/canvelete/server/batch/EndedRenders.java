package dev.canvelete.server.batch;

import dev.canvelete.server.clock.WorldClocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores how renders ended, on a thread of its own. While others are under way it waits a moment for them to come along,
 * since a transaction costs about as much for one as for many. Thread-safe.
 */
final class EndedRenders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndedRenders.class);
    private static final int ENOUGH = 256;
    private static final int MOST = 2 * ENOUGH;
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Completion completion;
    private final Leases leases;
    private final WorldClocks clocks;
    private final Consumer<RenderEnd> settled;
    private final Consumer<RenderOutcome> told;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition come = lock.newCondition();
    private final Condition gone = lock.newCondition();
    private final Thread thread =
            Thread.ofPlatform().name("render-ends").daemon().unstarted(this::loop);
    private List<RenderEnd> waiting = new ArrayList<>();
    private boolean open = true;

    /**
     * @param settled told of each end that is stored or never will be
     * @param told of each render that has ended, once that is stored
     */
    EndedRenders(
            Completion completion,
            Leases leases,
            WorldClocks clocks,
            Consumer<RenderEnd> settled,
            Consumer<RenderOutcome> told) {
        this.completion = completion;
        this.leases = leases;
        this.clocks = clocks;
        this.settled = settled;
        this.told = told;
    }

    void start() {
        thread.start();
    }

    /** Has an end stored soon; waits while too many are to be stored. */
    void add(RenderJob job, RenderOutcome outcome) {
        lock.lock();
        try {
            while (waiting.size() >= MOST) {
                gone.awaitUninterruptibly();
            }
            waiting.add(new RenderEnd(job, outcome, clocks.now(job.account())));
            if (waiting.size() == 1 || enough()) {
                come.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean enough() {
        return waiting.size() >= ENOUGH || waiting.size() >= leases.held() || !open;
    }

    /** The next ends to store; empty once this is closed. */
    private List<RenderEnd> take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && open) {
                come.await();
            }
            long left = MOMENT.toNanos();
            while (!enough() && left > 0) {
                left = come.awaitNanos(left);
            }
            List<RenderEnd> taken = waiting;
            waiting = new ArrayList<>();
            gone.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        try {
            for (List<RenderEnd> ends = take(); !ends.isEmpty(); ends = take()) {
                store(ends);
            }
        } catch (InterruptedException e) {
            LOG.warn("some renders that have ended will be rendered again", e);
        }
    }

    /** What cannot be stored keeps nothing else from it: its lease will end. */
    private void store(List<RenderEnd> ends) {
        try {
            tell(ends, completion.finish(ends));
        } catch (RuntimeException e) {
            if (ends.size() > 1) {
                ends.forEach(end -> store(List.of(end)));
            } else {
                LOG.error(
                        "the end of the render {} could not be stored",
                        ends.get(0).job().renderId(),
                        e);
            }
        } finally {
            ends.forEach(settled);
        }
    }

    private void tell(List<RenderEnd> ends, List<BatchStore.Ending> endings) {
        for (int i = 0; i < ends.size(); i++) {
            RenderEnd end = ends.get(i);
            if (endings.get(i) == BatchStore.Ending.NOTHING) {
                LOG.info(
                        "render {} had been taken over by another attempt, or reset",
                        end.job().renderId());
            } else {
                told.accept(end.outcome());
            }
        }
    }

    /** Stores what has ended so far. */
    @Override
    public void close() {
        lock.lock();
        try {
            open = false;
            come.signal();
        } finally {
            lock.unlock();
        }
        try {
            if (thread.isAlive()) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
