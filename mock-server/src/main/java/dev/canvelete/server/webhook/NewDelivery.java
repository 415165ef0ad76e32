package dev.canvelete.server.webhook;

import dev.canvelete.api.webhook.WebhookEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event to be sent.
 *
 * @param id the delivery's own
 * @param url an http(s) URL
 * @param endpointId the registered endpoint that it is for; null for a URL that a request named
 */
public record NewDelivery(
        String id, String account, String url, @Nullable String endpointId, WebhookEvent event) {}
