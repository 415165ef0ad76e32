package dev.canvelete.api.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.canvelete.api.error.ApiError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One render as it stands: a download URL once it has completed, an error once it has failed.
 *
 * @param designId the design or template that was asked for
 * @param width of the file in pixels
 * @param height of the file in pixels
 * @param fileSize in bytes
 * @param renderTime in milliseconds
 * @param cached whether an equal earlier render's file was given
 * @param warnings what the renderer had to decide for itself, such as a font that is not there
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RenderResult(
        String renderId,
        @JsonInclude RenderStatus status,
        @Nullable String designId,
        @Nullable OutputFormat format,
        @Nullable String downloadUrl,
        @Nullable ApiError error,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long fileSize,
        @Nullable Long renderTime,
        @Nullable Boolean cached,
        @Nullable List<Warning> warnings,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {
    public RenderResult {
        Objects.requireNonNull(renderId, "renderId");
        Objects.requireNonNull(status, "status");
    }
}
