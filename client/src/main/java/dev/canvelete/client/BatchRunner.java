package dev.canvelete.client;

import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchRequest;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.client.error.ApiException;
import dev.canvelete.client.error.ApiFailure;
import dev.canvelete.client.error.CallInterruptedException;
import dev.canvelete.client.error.TimeoutException;
import dev.canvelete.client.error.ValidationException;
import dev.canvelete.client.http.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Splits a list into requests, sends them, and waits until all of it has ended. Thread-safe. */
final class BatchRunner {
    /** The pause between two questions when the service does not hold its answers; it doubles each time. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final JsonApi api;
    private final ExecutorService threads;
    private final Environment environment;

    BatchRunner(JsonApi api, ExecutorService threads, Environment environment) {
        this.api = api;
        this.threads = threads;
        this.environment = environment;
    }

    /** Renders a list; the first request that is refused, or fails for good, ends the others. */
    BatchResults run(List<RenderRequest> renders, BatchOptions options) {
        Instant deadline = environment.clock().instant().plus(options.timeout());
        List<Callable<BatchState>> parts = new ArrayList<>();
        for (int from = 0; from < renders.size(); from += options.batchSize()) {
            int offset = from;
            List<RenderRequest> part = renders.subList(from, Math.min(renders.size(), from + options.batchSize()));
            parts.add(() -> part(part, offset, options, deadline));
        }
        return new BatchResults(Parallel.inOrder(threads, options.parallelism(), parts));
    }

    private BatchState part(List<RenderRequest> part, int offset, BatchOptions options, Instant deadline) {
        BatchAccepted accepted;
        try {
            accepted = submit(
                    new BatchRequest(part, options.webhook()),
                    shorter(api.timeout(), left(deadline, "a batch was not sent")));
        } catch (ValidationException e) {
            throw offset == 0 ? e : e.within(offset);
        }
        BatchState ended = await(accepted.batchId(), options.pollWait(), deadline);
        if (ended.renders().size() != part.size()) {
            String message = "batch " + ended.batchId() + " has "
                    + ended.renders().size() + " renders, where " + part.size() + " were sent";
            throw ApiException.unreadable(ApiFailure.nonsense(message), null);
        }
        return ended;
    }

    BatchAccepted submit(BatchRequest request, Duration atMost) {
        return api.post("/v1/render/batch", request, BatchAccepted.class, atMost);
    }

    BatchState status(String batchId, Duration wait, Duration atMost) {
        String query = wait.toSeconds() > 0 ? "?wait=" + wait.toSeconds() : "";
        return api.get("/v1/render/batch/" + PathSegment.encode(batchId) + query, BatchState.class, wait, atMost);
    }

    private BatchState await(String batchId, Duration wait, Instant deadline) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Duration left = left(deadline, "batch " + batchId + " has not ended; it goes on at the service");
            Duration hold = shorter(wait, left);
            Instant asked = environment.clock().instant();
            BatchState state = status(batchId, hold, shorter(api.timeout().plus(hold), left));
            if (state.status().ended()) {
                return state;
            }
            if (environment.clock().instant().isBefore(asked.plus(hold)) || hold.isZero()) {
                sleep(shorter(pause, left));
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        }
    }

    private Duration left(Instant deadline, String otherwise) {
        Duration left = Duration.between(environment.clock().instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new TimeoutException("the time for the list ran out: " + otherwise, null);
        }
        return left;
    }

    private void sleep(Duration pause) {
        try {
            environment.sleeper().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted while a batch went on", e);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
