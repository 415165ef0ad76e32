package dev.canvelete.client;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.client.error.BatchFailedException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The finished renders, in the order of the request: {@code results.get(i)} belongs to {@code renders.get(i)}. Immutable.
 *
 * {@snippet file="Examples.java" region="results"}
 */
public final class BatchResults extends AbstractList<RenderResult> implements RandomAccess {
    private static final int MOST_NAMED = 5;

    private final RenderService service;
    private final BatchOptions options;
    private final List<RenderRequest> requests;
    private final List<BatchState> batches;
    private final List<RenderResult> results;

    BatchResults(RenderService service, BatchOptions options, List<RenderRequest> requests, List<BatchState> batches) {
        this(
                service,
                options,
                requests,
                batches,
                batches.stream().flatMap(b -> b.renders().stream()).toList());
    }

    BatchResults(
            RenderService service,
            BatchOptions options,
            List<RenderRequest> requests,
            List<BatchState> batches,
            List<RenderResult> results) {
        this.service = service;
        this.options = options;
        this.requests = List.copyOf(requests);
        this.batches = List.copyOf(batches);
        this.results = List.copyOf(results);
    }

    @Override
    public RenderResult get(int index) {
        return results.get(index);
    }

    @Override
    public int size() {
        return results.size();
    }

    /** What was asked for, in the same order. */
    public List<RenderRequest> requests() {
        return requests;
    }

    /** The batches that the list was sent as, in its order. */
    public List<BatchState> batches() {
        return batches;
    }

    /** The renders that have a file. */
    public List<RenderResult> successful() {
        return results.stream().filter(BatchResults::isSuccess).toList();
    }

    /** The renders that have none: failed or cancelled. */
    public List<RenderResult> failed() {
        return results.stream().filter(r -> !isSuccess(r)).toList();
    }

    /** Renders what failed once more; the results of all, in the same order. */
    public BatchResults retryFailed() {
        return again(IntStream.range(0, size()).filter(i -> !isSuccess(get(i))).toArray());
    }

    /** Renders some once more; the results of all, in the same order. */
    BatchResults again(int... indexes) {
        if (indexes.length == 0) {
            return this;
        }
        BatchResults fresh =
                service.batch(IntStream.of(indexes).mapToObj(requests::get).toList(), options);
        List<RenderResult> merged = new ArrayList<>(results);
        for (int i = 0; i < indexes.length; i++) {
            merged.set(indexes[i], fresh.get(i));
        }
        List<BatchState> all = new ArrayList<>(batches);
        all.addAll(fresh.batches());
        return new BatchResults(service, options, requests, all, merged);
    }

    /**
     * These results, if all succeeded.
     *
     * @throws BatchFailedException naming the first failures by their index in the request
     */
    public BatchResults throwIfAnyFailed() {
        List<RenderResult> failed = failed();
        if (failed.isEmpty()) {
            return this;
        }
        String first = IntStream.range(0, size())
                .filter(i -> !isSuccess(get(i)))
                .limit(MOST_NAMED)
                .mapToObj(i -> "[" + i + "] " + reason(get(i)))
                .collect(Collectors.joining("; "));
        throw new BatchFailedException(
                failed.size() + " of " + size() + " renders failed: " + first
                        + (failed.size() > MOST_NAMED ? "; …" : ""),
                failed);
    }

    /**
     * Saves every file that there is, several at a time. Each appears whole or not at all; one that is there with the
     * right size is kept, so that a second call goes on where a first one was cut off.
     *
     * @param names of the files, without ending, made of each request's data: {@code {{course}}/{{name}}}, where
     *     {@code {{row}}} counts from 1; names are made safe, and unique by {@code -2}, {@code -3} …
     * @return what became of each render, with the files' names
     * @throws IllegalArgumentException if a name leaves the folder or needs data that a request lacks
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public BatchManifest downloadAll(Path folder, String names) {
        List<@Nullable String> files = new ResultFiles(names).of(requests, results);
        service.downloadAll(results, files, folder);
        return manifest(files);
    }

    /** What became of each render. */
    public BatchManifest manifest() {
        return manifest(Collections.nCopies(size(), null));
    }

    private BatchManifest manifest(List<@Nullable String> files) {
        return new BatchManifest(IntStream.range(0, size())
                .mapToObj(i ->
                        new BatchManifest.Entry(i, BatchManifest.fingerprint(requests.get(i)), get(i), files.get(i)))
                .toList());
    }

    static boolean isSuccess(RenderResult result) {
        return result.status() == RenderStatus.COMPLETED;
    }

    private static String reason(RenderResult result) {
        ApiError error = result.error();
        return error == null ? result.status().wireName() : error.code() + ": " + error.message();
    }
}
