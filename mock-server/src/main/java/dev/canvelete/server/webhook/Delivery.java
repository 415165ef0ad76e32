package dev.canvelete.server.webhook;

/**
 * A delivery that the dispatcher has claimed.
 *
 * @param body exactly what is signed and sent
 * @param attempt counted from 1
 */
public record Delivery(String id, String eventId, String eventType, String url, String body, int attempt) {}
