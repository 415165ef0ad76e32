package dev.canvelete.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events are sent.
 *
 * @param events those that it is told
 * @param secret only in the answers that make it
 * @param enabled whether it is told anything
 * @param disabledReason why the service stopped telling it
 */
public record WebhookEndpoint(
        String id,
        String url,
        @Nullable String description,
        @Nullable List<String> events,
        @Nullable String signatureStyle,
        @Nullable String secret,
        @Nullable Boolean enabled,
        @Nullable String disabledReason,
        @Nullable Instant createdAt) {
    public WebhookEndpoint {
        events = events == null ? List.of() : List.copyOf(events);
    }
}
