package dev.canvelete.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.api.webhook.WebhookSignature;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A webhook as it came.
 *
 * @param headers as they were written
 * @param body byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are what is signed; nobody compares two webhooks by them.
public record ReceivedWebhook(Map<String, String> headers, byte[] body) {
    /**
     * Its body.
     *
     * @throws AssertionError if it is no JSON
     */
    public JsonNode json() {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError("the webhook's body is no JSON", e);
        }
    }

    /**
     * What it tells.
     *
     * @throws AssertionError if it is no event
     */
    public WebhookEvent event() {
        try {
            return Json.mapper().readValue(body, WebhookEvent.class);
        } catch (IOException e) {
            throw new AssertionError("the webhook's body is no event", e);
        }
    }

    /** Whether it is signed with that secret, in any style, at about that time. */
    public boolean signedWith(String secret, Instant now) {
        return WebhookSignature.verify(headers, body, List.of(secret), now, Duration.ofMinutes(5));
    }
}
