package dev.canvelete.client;

import dev.canvelete.api.render.BatchRequest;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Renders, one or any number. Thread-safe. A blocking method ends early when its thread is interrupted. Every method
 * that goes to the service may throw a {@link dev.canvelete.client.error.CanveleteException}.
 *
 * {@snippet file="Examples.java" region="batch"}
 */
public final class RenderService {
    private static final int DOWNLOADS = 8;

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

    /**
     * Renders one file and waits for it.
     *
     * @throws dev.canvelete.client.error.ApiException if it is refused or cannot be rendered
     */
    public RenderedFile create(RenderRequest request) {
        boolean template = request.templateId() != null;
        String id = template ? request.templateId() : request.designId();
        if (id == null) {
            throw new IllegalArgumentException("a render names a design or a template");
        }
        String path = "/v1/render/" + (template ? "template/" : "design/") + PathSegment.encode(id);
        return api.post(path, SingleRender.of(request), RenderedFile.class, api.timeout());
    }

    /** Renders one file and fetches it. */
    public byte[] bytes(RenderRequest request) {
        return downloads.bytes(create(request).downloadUrl());
    }

    /** A render as it stands. */
    public RenderResult get(String renderId) {
        return api.get("/v1/render/" + PathSegment.encode(renderId), RenderResult.class, Duration.ZERO, api.timeout());
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
        List<RenderRequest> copy = List.copyOf(renders);
        return new BatchResults(this, options, copy, batches.run(copy, options));
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
        return async(() -> batch(copy, options));
    }

    /** Work on another thread that ends with its future. */
    <T> CompletableFuture<T> async(Callable<T> work) {
        CompletableFuture<T> results = new CompletableFuture<>();
        AtomicBoolean finished = new AtomicBoolean();
        Future<?> task = threads.submit(() -> {
            try {
                T done = work.call();
                finished.set(true);
                results.complete(done);
            } catch (Throwable t) {
                finished.set(true);
                results.completeExceptionally(t);
            }
        });
        CompletableFuture<T> unused = results.whenComplete((r, e) -> {
            if (!finished.get()) {
                task.cancel(true);
            }
        });
        return results;
    }

    /**
     * Renders any number of requests, a million as well as ten: they are taken as results are taken, split into batches
     * of which a few are under way at a time, and memory stays flat.
     *
     * {@snippet file="Examples.java" region="batchAll"}
     *
     * @param renders asked on the thread that takes results, and only as fast as it takes them
     * @return the results in the order of the requests; close it to give up what is under way
     * @throws dev.canvelete.client.error.CanveleteException while results are taken, if a batch is refused or fails for
     *     good; what came before it has been given
     */
    public Stream<RenderResult> batchAll(Iterable<RenderRequest> renders, BatchOptions options) {
        return batchAll(renders.iterator(), options);
    }

    /** Renders any number of requests, as {@link #batchAll(Iterable, BatchOptions)} does. */
    public Stream<RenderResult> batchAll(Stream<RenderRequest> renders, BatchOptions options) {
        return batchAll(renders.iterator(), options).onClose(renders::close);
    }

    private Stream<RenderResult> batchAll(Iterator<RenderRequest> renders, BatchOptions options) {
        OrderedBatches results = new OrderedBatches(renders, batches, threads, options);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(results, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(results::close);
    }

    /** Sends one batch and returns at once; it must not be larger than the plan allows. */
    public SubmittedBatch submit(List<RenderRequest> renders) {
        return submit(new BatchRequest(renders, null));
    }

    /** Sends one batch, whose end a webhook may be told, and returns at once. */
    public SubmittedBatch submit(BatchRequest request) {
        return new SubmittedBatch(this, batches, request.renders(), batches.submit(request, api.timeout()));
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
     * Renders what a manifest of the same list does not have: what failed, what is new, and what is asked for in another
     * way than then.
     *
     * @return the results of the whole list, those of the manifest included
     */
    public BatchResults resume(List<RenderRequest> renders, BatchManifest manifest, BatchOptions options) {
        List<RenderResult> results = new ArrayList<>();
        for (int i = 0; i < renders.size(); i++) {
            results.add(manifest.result(i, renders.get(i)));
        }
        int[] missing = IntStream.range(0, results.size())
                .filter(i -> !BatchResults.isSuccess(results.get(i)))
                .toArray();
        return new BatchResults(this, options, renders, List.of(), results).again(missing);
    }

    /**
     * A completed render's file.
     *
     * @throws IllegalArgumentException if the render has none
     */
    public byte[] download(RenderResult result) {
        return downloads.bytes(Downloads.url(result));
    }

    /**
     * Saves a completed render's file. It appears whole or not at all, replaces one that is there, and its folder is
     * made.
     *
     * @throws IllegalArgumentException if the render has none
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void download(RenderResult result, Path target) {
        downloads.file(Downloads.url(result), target);
    }

    void downloadAll(List<RenderResult> results, List<@Nullable String> files, Path folder) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            String file = files.get(i);
            RenderResult result = results.get(i);
            if (file != null) {
                tasks.add(() -> downloads.missing(result, folder.resolve(file)));
            }
        }
        Parallel.inOrder(threads, DOWNLOADS, tasks);
    }
}
