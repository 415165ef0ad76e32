package dev.canvelete.client;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.client.error.BatchFailedException;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The finished renders, in the order of the request: {@code results.get(i)} belongs to {@code renders.get(i)}. Immutable. */
public final class BatchResults extends AbstractList<RenderResult> implements RandomAccess {
    private static final int MOST_NAMED = 5;

    private final List<BatchState> batches;
    private final List<RenderResult> results;

    BatchResults(List<BatchState> batches) {
        this.batches = List.copyOf(batches);
        this.results = batches.stream().flatMap(b -> b.renders().stream()).toList();
    }

    @Override
    public RenderResult get(int index) {
        return results.get(index);
    }

    @Override
    public int size() {
        return results.size();
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

    private static boolean isSuccess(RenderResult result) {
        return result.status() == RenderStatus.COMPLETED;
    }

    private static String reason(RenderResult result) {
        ApiError error = result.error();
        return error == null ? result.status().wireName() : error.code() + ": " + error.message();
    }
}
