package dev.canvelete.client;

import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A batch that the service has accepted and works on. Thread-safe.
 *
 * {@snippet file="Examples.java" region="submit"}
 */
public final class SubmittedBatch {
    private final RenderService service;
    private final BatchRunner runner;
    private final List<RenderRequest> requests;
    private final BatchAccepted accepted;
    private final List<Consumer<BatchState>> listeners = new CopyOnWriteArrayList<>();

    SubmittedBatch(RenderService service, BatchRunner runner, List<RenderRequest> requests, BatchAccepted accepted) {
        this.service = service;
        this.runner = runner;
        this.requests = requests;
        this.accepted = accepted;
    }

    /** The id under which the service knows it. */
    public String id() {
        return accepted.batchId();
    }

    /** What the service answered at once. */
    public BatchAccepted accepted() {
        return accepted;
    }

    /** The batch as it stands. */
    public BatchState status() {
        return service.status(id(), Duration.ZERO);
    }

    /**
     * Tells the listener each time that the batch has come further, as long as somebody awaits it, on the thread that
     * awaits. A listener that throws ends the waiting.
     */
    public SubmittedBatch onProgress(Consumer<BatchState> listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * The finished results.
     *
     * @throws dev.canvelete.client.error.TimeoutException if the batch has not ended by then; it goes on at the service,
     *     and may be awaited again
     */
    public BatchResults await(Duration timeout) {
        BatchOptions options = BatchOptions.standard().withTimeout(timeout);
        BatchState ended = runner.await(id(), options, listeners);
        return new BatchResults(service, options, requests, List.of(ended));
    }

    /** The finished results, awaited on another thread. Ending the future in any other way stops the waiting. */
    public CompletableFuture<BatchResults> awaitAsync(Duration timeout) {
        return service.async(() -> await(timeout));
    }

    /**
     * Ends what is still queued; renders that are under way end as they do.
     *
     * @return the batch as it stands afterwards
     */
    public BatchState cancel() {
        return runner.cancel(id());
    }
}
