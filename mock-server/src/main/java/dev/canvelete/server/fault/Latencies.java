package dev.canvelete.server.fault;

import dev.canvelete.server.clock.WorldClocks;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for what takes its time. Thread-safe. */
public final class Latencies {
    private final WorldClocks clocks;

    /** What is waited for, and whose it is. */
    private final Map<CompletableFuture<Void>, String> waits = new ConcurrentHashMap<>();

    public Latencies(WorldClocks clocks) {
        this.clocks = clocks;
    }

    /**
     * Completes when that much time has passed, in real time or by the account's clock; it is cancelled when the account
     * is reset.
     *
     * @param account null for nobody's
     */
    public CompletableFuture<Void> pass(@Nullable String account, Duration time, boolean real) {
        return held(
                account,
                real
                        ? new CompletableFuture<Void>().completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS)
                        : clocks.of(account).when(clocks.now(account).plus(time)));
    }

    /** Has a wait cancelled when the account is reset, and gives it back. */
    CompletableFuture<Void> held(@Nullable String account, CompletableFuture<Void> wait) {
        waits.put(wait, account == null ? "" : account);
        var unused = wait.whenComplete((over, cancelled) -> waits.remove(wait));
        return wait;
    }

    /**
     * Lets nobody wait any longer.
     *
     * @param account null for all
     */
    public void cancel(@Nullable String account) {
        waits.forEach((wait, owner) -> {
            if (account == null || owner.equals(account)) {
                wait.cancel(false);
            }
        });
    }
}
