package dev.canvelete.server.webhook.endpoint;

import dev.canvelete.api.webhook.SignatureStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner of an {@link Endpoint} decides about it. */
public record EndpointSettings(
        String url, @Nullable String description, List<String> events, SignatureStyle style, boolean enabled) {
    public EndpointSettings {
        events = List.copyOf(events);
    }
}
