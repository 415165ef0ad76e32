package dev.canvelete.client.webhook;

import dev.canvelete.api.webhook.WebhookEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One delivery as it came.
 *
 * @param body byte for byte
 * @param event what it carries, if it is to be trusted
 * @param refusal why it is not; null when it is
 */
@SuppressWarnings("ArrayRecordComponent") // A body on its way in; nobody compares deliveries as values.
public record Delivery(
        Map<String, String> headers,
        byte[] body,
        @Nullable WebhookEvent event,
        @Nullable String refusal) {}
