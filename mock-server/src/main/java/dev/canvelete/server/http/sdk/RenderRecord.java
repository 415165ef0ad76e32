package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A render as the clients read it: ids and format always texts, the size always a number.
 *
 * @param outputUrl where the file is, for all clients but the Python one
 * @param url the same, for the Python client
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RenderRecord(
        String id,
        String designId,
        String format,
        String status,
        @Nullable String outputUrl,
        @Nullable String url,
        long fileSize,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt,
        @Nullable String error) {
    static RenderRecord of(RenderResult render) {
        return new RenderRecord(
                render.renderId(),
                Objects.requireNonNullElse(render.designId(), ""),
                Objects.requireNonNullElse(render.format(), OutputFormat.PNG).extension(),
                status(render.status()),
                render.downloadUrl(),
                render.downloadUrl(),
                Objects.requireNonNullElse(render.fileSize(), 0L),
                render.createdAt(),
                render.completedAt(),
                error(render));
    }

    /** The status in the words of this dialect, which knows four. */
    static String status(RenderStatus status) {
        return switch (status) {
            case QUEUED, UNKNOWN -> "pending";
            case PROCESSING, COMPLETED, FAILED -> status.wireName();
            case CANCELLED -> RenderStatus.FAILED.wireName();
        };
    }

    private static @Nullable String error(RenderResult render) {
        if (render.error() != null) {
            return render.error().message();
        }
        return render.status() == RenderStatus.CANCELLED ? "The render was cancelled" : null;
    }
}
