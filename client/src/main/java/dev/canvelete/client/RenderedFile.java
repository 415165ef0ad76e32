package dev.canvelete.client;

import dev.canvelete.api.render.OutputFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file that the service rendered at once.
 *
 * @param width in pixels
 * @param height in pixels
 * @param fileSize in bytes
 * @param renderTime in milliseconds
 * @param cached whether an equal earlier render's file was given
 */
public record RenderedFile(
        String downloadUrl,
        @Nullable OutputFormat format,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long fileSize,
        @Nullable Long renderTime,
        boolean cached) {
    public RenderedFile {
        if (downloadUrl == null) {
            throw new IllegalArgumentException("a rendered file has a downloadUrl");
        }
    }
}
