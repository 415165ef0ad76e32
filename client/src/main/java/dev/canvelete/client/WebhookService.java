package dev.canvelete.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.webhook.SignatureStyle;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Webhook endpoints of the account. Thread-safe. Every method may throw a
 * {@link dev.canvelete.client.error.CanveleteException}.
 */
public final class WebhookService {
    private static final String WEBHOOKS = "/v1/webhooks";

    private final JsonApi api;

    WebhookService(JsonApi api) {
        this.api = api;
    }

    /**
     * Registers an endpoint. The answer alone shows its secret, if the service chose it.
     *
     * @param events such as those of {@link dev.canvelete.api.webhook.EventTypes}; {@code *} for all
     * @param secret null to let the service choose one
     * @param style how deliveries are signed
     */
    public WebhookEndpoint create(String url, List<String> events, @Nullable String secret, SignatureStyle style) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", url);
        body.put("events", events);
        if (secret != null) {
            body.put("secret", secret);
        }
        boolean plain = style == SignatureStyle.PLAIN || style == SignatureStyle.PLAIN_TIMESTAMPED;
        body.put("signatureStyle", plain ? "plain" : style.name().toLowerCase(Locale.ROOT));
        if (plain) {
            body.put("signatureTimestamp", style == SignatureStyle.PLAIN_TIMESTAMPED);
        }
        return api.post(WEBHOOKS, body, WebhookEndpoint.class, api.timeout());
    }

    /** Every endpoint, page by page as the stream is read. */
    public Stream<WebhookEndpoint> all() {
        return Pages.all(
                page -> api.page(Query.of(WEBHOOKS).page(page, Pages.LARGEST).toString(), WebhookEndpoint.class));
    }

    /** One endpoint. */
    public WebhookEndpoint get(String id) {
        return api.get(path(id), WebhookEndpoint.class, Duration.ZERO, api.timeout());
    }

    /** Changes some fields of an endpoint, such as {@code enabled}. */
    public WebhookEndpoint update(String id, Map<String, ?> changes) {
        return api.send("PATCH", path(id), changes, WebhookEndpoint.class);
    }

    /** Removes an endpoint. */
    public void delete(String id) {
        api.delete(path(id));
    }

    /**
     * Gives an endpoint a new secret, which the answer alone shows; the present one signs as well for a while.
     *
     * @param overlap how long it does
     */
    public WebhookEndpoint rotateSecret(String id, Duration overlap) {
        return api.post(
                path(id) + "/rotate-secret",
                Map.of("overlapSeconds", overlap.toSeconds()),
                WebhookEndpoint.class,
                api.timeout());
    }

    /** Sends an endpoint a test event. */
    public void test(String id) {
        JsonNode unused = api.post(path(id) + "/test", null, JsonNode.class, api.timeout());
    }

    /** Sends a delivery once more, at once; its event keeps its id. */
    public void redeliver(String deliveryId) {
        String path = WEBHOOKS + "/deliveries/" + PathSegment.encode(deliveryId) + "/redeliver";
        JsonNode unused = api.post(path, null, JsonNode.class, api.timeout());
    }

    private static String path(String id) {
        return WEBHOOKS + "/" + PathSegment.encode(id);
    }
}
