package dev.canvelete.server.batch;

import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up renders that take longer than they may, by their account's clock, on a thread of its own. Thread-safe. */
final class TimeLimit {
    private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);

    /** A frozen clock's time does not come nearer by waiting. */
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(50);

    private final Duration longest;
    private final WorldClocks clocks;
    private final Consumer<RunningRender> givenUp;
    private final Set<RunningRender> running = ConcurrentHashMap.newKeySet();
    private final WakeUp moved = new WakeUp();
    private volatile boolean open = true;

    /**
     * @param longest how long a render may take
     * @param givenUp told of each that took longer
     */
    TimeLimit(Duration longest, WorldClocks clocks, Consumer<RunningRender> givenUp) {
        this.longest = longest;
        this.clocks = clocks;
        this.givenUp = givenUp;
        clocks.onMove(moved::call);
    }

    void start() {
        Thread.ofPlatform().name("render-limit").daemon().start(this::loop);
    }

    RunningRender begin(RenderJob job) {
        RunningRender render = new RunningRender(job);
        running.add(render);
        return render;
    }

    /** A render has a result; whether that counts, because it did not come too late. */
    boolean end(RunningRender render) {
        running.remove(render);
        return render.end();
    }

    private void loop() {
        while (open) {
            long seen = moved.count();
            try {
                moved.await(seen, look());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("a render that takes too long could not be given up", e);
            }
        }
    }

    /** Gives up what is overdue; how long nothing else will be, unless a clock is moved. */
    private Duration look() {
        Duration next = longest;
        for (RunningRender render : running) {
            Duration left = left(render.job());
            if (left.isPositive()) {
                next = left.compareTo(next) < 0 ? left : next;
            } else {
                running.remove(render);
                if (render.giveUp()) {
                    givenUp.accept(render);
                }
            }
        }
        return next.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : next;
    }

    private Duration left(RenderJob job) {
        Instant end = job.startedAt().plus(longest);
        return Duration.between(clocks.now(job.account()), end);
    }

    void stop() {
        open = false;
        moved.call();
    }
}
