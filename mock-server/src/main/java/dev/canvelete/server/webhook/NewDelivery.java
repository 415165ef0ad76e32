package dev.canvelete.server.webhook;

import dev.canvelete.api.webhook.WebhookEvent;

/**
 * An event to be sent.
 *
 * @param id the delivery's own
 * @param url an http(s) URL
 */
public record NewDelivery(String id, String url, WebhookEvent event) {}
