package dev.canvelete.api.render;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it stands.
 *
 * @param completedRenders how many ended well
 * @param failedRenders how many failed
 * @param renders every render, in the order of the request
 */
public record BatchState(
        String batchId,
        RenderStatus status,
        int totalRenders,
        int completedRenders,
        int failedRenders,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt,
        List<RenderResult> renders) {
    public BatchState {
        Objects.requireNonNull(batchId, "batchId");
        Objects.requireNonNull(status, "status");
        renders = List.copyOf(renders);
    }
}
