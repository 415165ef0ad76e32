package dev.canvelete.client.webhook;

import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.client.error.WebhookRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Turns a delivery into an event, if it is to be trusted; every {@link dev.canvelete.api.webhook.SignatureStyle} is
 * understood. Thread-safe.
 */
public final class WebhookVerifier {
    private final List<String> secrets;
    private final Duration tolerance;
    private final InstantSource clock;

    /**
     * A verifier.
     *
     * @param secrets those of the endpoint; during a rotation both the old and the new
     * @param tolerance how far a signed time may lie from the clock, either way
     */
    public WebhookVerifier(List<String> secrets, Duration tolerance, InstantSource clock) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a verifier needs a secret, and no secret is empty");
        }
        this.secrets = List.copyOf(secrets);
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /** A verifier with the usual tolerance of five minutes. */
    public static WebhookVerifier of(String... secrets) {
        return new WebhookVerifier(List.of(secrets), WebhookSignature.DEFAULT_TOLERANCE, InstantSource.system());
    }

    /**
     * The event that a delivery carries.
     *
     * @param headers the request's, whatever the case of their names
     * @param body the request's, byte for byte as it came
     * @throws WebhookRefusedException if the signature is missing, wrong or too old, or the body is no event
     */
    public WebhookEvent verify(Map<String, String> headers, byte[] body) {
        if (!signed(headers, body)) {
            throw new WebhookRefusedException("the signature is missing, wrong or too old", null);
        }
        try {
            WebhookEvent event = Json.mapper().readValue(body, WebhookEvent.class);
            if (event != null && event.data().isObject()) {
                return event;
            }
            throw new WebhookRefusedException("signed well, but an event without data", null);
        } catch (IOException e) {
            throw new WebhookRefusedException("signed well, but no event", e);
        }
    }

    /** A signature that cannot even be read, or a secret of another style, is not an error but no signature. */
    private boolean signed(Map<String, String> headers, byte[] body) {
        try {
            return WebhookSignature.verify(headers, body, secrets, clock.instant(), tolerance);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
