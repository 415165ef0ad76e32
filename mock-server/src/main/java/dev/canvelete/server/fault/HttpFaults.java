package dev.canvelete.server.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Decides what happens to requests. Thread-safe. */
public final class HttpFaults {
    private final Faults faults;
    private final Latencies latencies;

    public HttpFaults(Faults faults, Latencies latencies) {
        this.faults = faults;
        this.latencies = latencies;
    }

    /** Whether nothing can go wrong. */
    public boolean none() {
        return faults.none();
    }

    /**
     * What happens to a request.
     *
     * @param account whose key it carries; null without a good one
     * @param headers by names in lower case
     */
    public Optional<Struck> strike(@Nullable String account, String method, String path, Map<String, String> headers) {
        return faults.strike(
                        HttpFault.class,
                        account,
                        fault -> fault.match().matches(method, path, headers),
                        method + " " + path)
                .map(strike -> struck(account, strike));
    }

    private Struck struck(@Nullable String account, Strike<HttpFault> strike) {
        HttpFault fault = strike.fault();
        CompletableFuture<Void> delay = fault instanceof HttpFault.Delay slow
                ? latencies.pass(
                        account,
                        slow.latency().sample(strike.random()),
                        slow.latency().real())
                : CompletableFuture.completedFuture(null);
        return new Struck(fault, delay, strike.left());
    }

    /**
     * A fault that struck a request.
     *
     * @param delay completes when the request may go on, or is cancelled when its world is reset
     * @param left how long the fault goes on, by the service's clock
     */
    public record Struck(HttpFault fault, CompletableFuture<Void> delay, Duration left) {}
}
