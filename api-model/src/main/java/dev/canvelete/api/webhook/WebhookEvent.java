package dev.canvelete.api.webhook;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a webhook's body says. It is written with both spellings of its head, {@code eventId}/{@code id} and
 * {@code eventType}/{@code type}, because the published clients read one and the documentation the other.
 *
 * @param eventId the same in every delivery of the event, so that a receiver can drop repeats
 * @param eventType such as {@code batch.completed}; see {@link EventTypes}
 * @param timestamp when it happened
 */
public record WebhookEvent(String eventId, String eventType, Instant timestamp, JsonNode data) {
    /**
     * Reads an event in either spelling.
     *
     * @throws IllegalArgumentException if its head is not whole
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WebhookEvent of(ObjectNode body) {
        return new WebhookEvent(
                either(body, "eventId", "id"),
                either(body, "eventType", "type"),
                Instant.parse(either(body, "timestamp", "createdAt")),
                body.path("data"));
    }

    private static String either(ObjectNode body, String name, String alternative) {
        String value = body.path(name).asText(body.path(alternative).asText(""));
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an event has a field " + name);
        }
        return value;
    }

    /** The head in the published clients' spelling. */
    @JsonAnyGetter
    Map<String, String> clientSpelling() {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("id", eventId);
        head.put("type", eventType);
        return head;
    }
}
