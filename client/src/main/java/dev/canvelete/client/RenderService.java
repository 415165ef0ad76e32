package dev.canvelete.client;

import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchRequest;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Renders, many at a time. Thread-safe. A blocking method ends early when its thread is interrupted. Every method that
 * goes to the service may throw a {@link dev.canvelete.client.error.CanveleteException}.
 */
public final class RenderService {
    private final JsonApi api;
    private final BatchRunner batches;
    private final Downloads downloads;
    private final ExecutorService threads;

    RenderService(JsonApi api, BatchRunner batches, Downloads downloads, ExecutorService threads) {
        this.api = api;
        this.batches = batches;
        this.downloads = downloads;
        this.threads = threads;
    }

    /** Renders a list as {@link BatchOptions#standard()} says. */
    public BatchResults batch(List<RenderRequest> renders) {
        return batch(renders, BatchOptions.standard());
    }

    /**
     * Renders a list and waits for all of it. A list longer than the batch size is split into requests that run in
     * parallel. A render that fails is a result like the others; a request that is refused or fails for good is an
     * exception, and what was accepted of the list goes on at the service.
     *
     * @return a result for each render, in the order of the list; none for an empty list
     * @throws dev.canvelete.client.error.ValidationException if a request is refused, with places counted in the list
     */
    public BatchResults batch(List<RenderRequest> renders, BatchOptions options) {
        return batches.run(List.copyOf(renders), options);
    }

    /** Renders a list on another thread as {@link BatchOptions#standard()} says. */
    public CompletableFuture<BatchResults> batchAsync(List<RenderRequest> renders) {
        return batchAsync(renders, BatchOptions.standard());
    }

    /**
     * Renders a list on another thread. Cancelling the future, or ending it in any other way, stops what the client does
     * for it.
     */
    public CompletableFuture<BatchResults> batchAsync(List<RenderRequest> renders, BatchOptions options) {
        List<RenderRequest> copy = List.copyOf(renders);
        CompletableFuture<BatchResults> results = new CompletableFuture<>();
        AtomicBoolean finished = new AtomicBoolean();
        Future<?> task = threads.submit(() -> {
            try {
                BatchResults done = batches.run(copy, options);
                finished.set(true);
                results.complete(done);
            } catch (Throwable t) {
                finished.set(true);
                results.completeExceptionally(t);
            }
        });
        CompletableFuture<BatchResults> unused = results.whenComplete((r, e) -> {
            if (!finished.get()) {
                task.cancel(true);
            }
        });
        return results;
    }

    /** Sends one batch and returns at once; it must not be larger than the plan allows. */
    public BatchAccepted submit(BatchRequest request) {
        return batches.submit(request, api.timeout());
    }

    /**
     * A batch as it stands.
     *
     * @param wait how long the service may hold its answer for the batch to end, 0..60 seconds
     */
    public BatchState status(String batchId, Duration wait) {
        return batches.status(batchId, wait, api.timeout().plus(wait));
    }

    /**
     * A completed render's file.
     *
     * @throws IllegalArgumentException if the render has none
     */
    public byte[] download(RenderResult result) {
        return downloads.bytes(result);
    }

    /**
     * Saves a completed render's file. It appears whole or not at all, replaces one that is there, and its folder is
     * made.
     *
     * @throws IllegalArgumentException if the render has none
     * @throws UncheckedIOException if the file cannot be written
     */
    public void download(RenderResult result, Path target) {
        downloads.file(result, target);
    }
}
