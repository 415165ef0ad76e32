package dev.canvelete.api.render;

import java.util.List;
import java.util.Objects;

/**
 * The answer to a batch request: it is stored, and the work goes on.
 *
 * @param renders one for each of the request's, in its order
 */
public record BatchAccepted(
        String batchId, RenderStatus status, int totalRenders, int completedRenders, List<QueuedRender> renders) {
    public BatchAccepted {
        Objects.requireNonNull(batchId, "batchId");
        Objects.requireNonNull(status, "status");
        renders = List.copyOf(renders);
    }

    /** The id that one render of the batch was given. */
    public record QueuedRender(String renderId, RenderStatus status) {}
}
