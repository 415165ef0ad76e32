package dev.canvelete.server.webhook.endpoint;

import dev.canvelete.api.webhook.SignatureStyle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an account wants events sent.
 *
 * @param url an http(s) URL
 * @param events the types wanted; {@value #EVERYTHING} alone stands for all
 * @param style how deliveries are signed
 * @param enabled whether anything is sent
 * @param disabledReason why nothing is, if the service itself stopped
 */
public record Endpoint(
        String id,
        String account,
        String url,
        @Nullable String description,
        List<String> events,
        SignatureStyle style,
        Secrets secrets,
        boolean enabled,
        @Nullable String disabledReason,
        Instant createdAt,
        Instant updatedAt) {
    /** Stands for every type of event. */
    public static final String EVERYTHING = "*";

    /** Whether events of that type are sent to it. */
    public boolean wants(String eventType) {
        return enabled && (events.contains(EVERYTHING) || events.contains(eventType));
    }

    /** This endpoint with other settings. */
    Endpoint with(EndpointSettings settings, Instant now) {
        return new Endpoint(
                id,
                account,
                settings.url(),
                settings.description(),
                settings.events(),
                settings.style(),
                secrets,
                settings.enabled(),
                settings.enabled() ? null : disabledReason,
                createdAt,
                now);
    }

    /** This endpoint with other secrets. */
    Endpoint with(Secrets other, Instant now) {
        return new Endpoint(
                id, account, url, description, events, style, other, enabled, disabledReason, createdAt, now);
    }

    /** What its owner decides. */
    public EndpointSettings settings() {
        return new EndpointSettings(url, description, events, style, enabled);
    }
}
