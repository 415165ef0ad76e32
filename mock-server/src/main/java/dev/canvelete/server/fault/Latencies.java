package dev.canvelete.server.fault;

import dev.canvelete.server.clock.ControllableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for what takes its time. Thread-safe. */
public final class Latencies {
    private final ControllableClock clock;

    public Latencies(ControllableClock clock) {
        this.clock = clock;
    }

    /** Completes when that much time has passed, in real time or by the service's clock. */
    public CompletableFuture<Void> pass(Duration time, boolean real) {
        return real
                ? new CompletableFuture<Void>().completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS)
                : clock.when(clock.instant().plus(time));
    }
}
