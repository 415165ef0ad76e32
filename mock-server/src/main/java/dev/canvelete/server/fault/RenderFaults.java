package dev.canvelete.server.fault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.server.batch.NewBatch;
import dev.canvelete.server.batch.RenderInterceptor;
import dev.canvelete.server.batch.RenderJob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Lets renders fail and take their time. What happens to a render is decided when it is accepted, so that it does not
 * depend on which worker is faster, and it is kept in memory only. Thread-safe.
 */
public final class RenderFaults implements RenderInterceptor {
    private static final int MOST_DECIDED = 100_000;

    private static final ApiError RESET = ApiError.of(ErrorCode.RENDER_FAILED, "The render's world was reset");

    private final Faults faults;
    private final Latencies latencies;
    private final Cache<String, Decided> decided =
            Caffeine.newBuilder().maximumSize(MOST_DECIDED).build();

    public RenderFaults(Faults faults, Latencies latencies) {
        this.faults = faults;
        this.latencies = latencies;
    }

    @Override
    public void accepted(String account, List<NewBatch.NewRender> renders) {
        if (faults.none()) {
            return;
        }
        for (int i = 0; i < renders.size(); i++) {
            int index = i;
            RenderRequest request = renders.get(i).request();
            faults.strike(RenderFault.class, account, f -> f.match().matches(index, request), index + ":" + request)
                    .flatMap(this::decide)
                    .ifPresent(decision -> decided.put(renders.get(index).id(), decision));
        }
    }

    private Optional<Decided> decide(Strike<RenderFault> strike) {
        return switch (strike.fault()) {
            case RenderFault.Fail fail ->
                Optional.of(new Decided(
                        Optional.of(ApiError.of(fail.code(), fail.message())),
                        fail.after() == null ? Duration.ZERO : fail.after().sample(strike.random()),
                        fail.after() != null && fail.after().real()));
            case RenderFault.Slow slow ->
                Optional.of(new Decided(
                        Optional.empty(),
                        slow.latency().sample(strike.random()),
                        slow.latency().real()));
            case RenderFault.Pass pass -> Optional.empty();
        };
    }

    @Override
    public CompletableFuture<Optional<ApiError>> before(RenderJob job) {
        Decided decision = decided.getIfPresent(job.renderId());
        if (decision == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return decision.time().isZero()
                ? CompletableFuture.completedFuture(decision.error())
                : latencies
                        .pass(job.account(), decision.time(), decision.real())
                        .handle((over, cancelled) -> cancelled == null ? decision.error() : Optional.of(RESET));
    }

    private record Decided(Optional<ApiError> error, Duration time, boolean real) {}
}
