package dev.canvelete.client;

import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchRequest;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.client.error.ApiException;
import dev.canvelete.client.error.ApiFailure;
import dev.canvelete.client.error.CallInterruptedException;
import dev.canvelete.client.error.RateLimitException;
import dev.canvelete.client.error.TimeoutException;
import dev.canvelete.client.error.ValidationException;
import dev.canvelete.client.http.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Splits a list into requests, sends them, and waits until all of it has ended. Thread-safe. */
final class BatchRunner {
    private final JsonApi api;
    private final ExecutorService threads;
    private final Environment environment;

    BatchRunner(JsonApi api, ExecutorService threads, Environment environment) {
        this.api = api;
        this.threads = threads;
        this.environment = environment;
    }

    /** Renders a list; the first request that is refused, or fails for good, ends the others. */
    List<BatchState> run(List<RenderRequest> renders, BatchOptions options) {
        Instant deadline = deadline(options);
        List<Callable<BatchState>> parts = new ArrayList<>();
        for (int from = 0; from < renders.size(); from += options.batchSize()) {
            int offset = from;
            List<RenderRequest> part = renders.subList(from, Math.min(renders.size(), from + options.batchSize()));
            parts.add(() -> part(part, offset, options, deadline));
        }
        return Parallel.inOrder(threads, options.parallelism(), parts);
    }

    /**
     * Renders one batch of a longer list.
     *
     * @param offset of its first render in the list, for the places of faults
     */
    BatchState part(List<RenderRequest> part, int offset, BatchOptions options) {
        return part(part, offset, options, deadline(options));
    }

    private Instant deadline(BatchOptions options) {
        return environment.clock().instant().plus(options.timeout());
    }

    private BatchState part(List<RenderRequest> part, int offset, BatchOptions options, Instant deadline) {
        BatchAccepted accepted;
        try {
            accepted = submit(new BatchRequest(part, options.webhook()), deadline);
        } catch (ValidationException e) {
            throw offset == 0 ? e : e.within(offset);
        }
        BatchState ended = await(accepted.batchId(), options, List.of(), deadline);
        if (ended.renders().size() != part.size()) {
            String message = "batch " + ended.batchId() + " has "
                    + ended.renders().size() + " renders, where " + part.size() + " were sent";
            throw ApiException.unreadable(ApiFailure.nonsense(message), null);
        }
        return ended;
    }

    /** Sends a batch; where the plan allows no more for now, waits as long as it says, if the time suffices. */
    private BatchAccepted submit(BatchRequest request, Instant deadline) {
        while (true) {
            Duration left = left(deadline, "a batch was not sent");
            try {
                return submit(request, shorter(api.timeout(), left));
            } catch (RateLimitException e) {
                Duration wait = e.retryAfter().orElse(left);
                if (wait.compareTo(left(deadline, "a batch was not sent")) >= 0) {
                    throw e;
                }
                sleep(wait, "a batch: " + e.getMessage());
            }
        }
    }

    BatchAccepted submit(BatchRequest request, Duration atMost) {
        return api.post("/v1/render/batch", request, BatchAccepted.class, atMost);
    }

    BatchState cancel(String batchId) {
        return api.post(path(batchId) + "/cancel", null, BatchState.class, api.timeout());
    }

    BatchState status(String batchId, Duration wait, Duration atMost) {
        String query = wait.toSeconds() > 0 ? "?wait=" + wait.toSeconds() : "";
        return api.get(path(batchId) + query, BatchState.class, wait, atMost);
    }

    private static String path(String batchId) {
        return "/v1/render/batch/" + PathSegment.encode(batchId);
    }

    /** Waits until a batch has ended, and tells listeners each time that it has come further. */
    BatchState await(String batchId, BatchOptions options, List<Consumer<BatchState>> listeners) {
        return await(batchId, options, listeners, deadline(options));
    }

    private BatchState await(
            String batchId, BatchOptions options, List<Consumer<BatchState>> listeners, Instant deadline) {
        Pauses pauses = Pauses.of(options, batchId);
        // Who wants to hear of progress does not let the service hold its answers until the end.
        Duration wait = listeners.isEmpty() && options.receiver() == null ? options.pollWait() : Duration.ZERO;
        int told = -1;
        while (true) {
            Duration left = left(deadline, "batch " + batchId + " has not ended; it goes on at the service");
            Duration hold = shorter(wait, left);
            Instant asked = environment.clock().instant();
            BatchState state = status(batchId, hold, shorter(api.timeout().plus(hold), left));
            int done = state.completedRenders() + state.failedRenders();
            if (done != told || state.status().ended()) {
                told = done;
                listeners.forEach(l -> l.accept(state));
            }
            if (state.status().ended()) {
                return state;
            }
            if (environment.clock().instant().isBefore(asked.plus(hold)) || hold.isZero()) {
                pause(pauses, left);
            }
        }
    }

    private void pause(Pauses pauses, Duration atMost) {
        try {
            pauses.pause(environment.sleeper(), atMost);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void sleep(Duration pause, String reason) {
        try {
            environment.sleeper().sleep(pause, reason);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CallInterruptedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CallInterruptedException("interrupted while a batch went on", e);
    }

    private Duration left(Instant deadline, String otherwise) {
        Duration left = Duration.between(environment.clock().instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new TimeoutException("the time for the list ran out: " + otherwise, null);
        }
        return left;
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
