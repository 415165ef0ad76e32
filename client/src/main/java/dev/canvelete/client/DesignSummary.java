package dev.canvelete.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A design as a list names it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param isTemplate whether others can be made of it
 */
public record DesignSummary(
        String id,
        @Nullable String name,
        @Nullable Integer width,
        @Nullable Integer height,
        @JsonProperty("isTemplate") boolean isTemplate,
        @Nullable String status,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
