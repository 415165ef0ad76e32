package dev.canvelete.client.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.api.webhook.WebhookEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event by what it tells. Fields and values that this version does not know are passed over, and events that it does
 * not know, or whose data is other than it should be, are {@link Other}.
 */
public sealed interface TypedEvent {
    /** The event as it came. */
    WebhookEvent event();

    /** {@code batch.completed}: every render of a batch has ended, also where none succeeded. */
    record BatchEnded(WebhookEvent event, BatchState batch) implements TypedEvent {}

    /** {@code render.completed} or {@code render.failed}. */
    record RenderEnded(WebhookEvent event, RenderResult render) implements TypedEvent {}

    /** {@code design.created}, {@code design.updated} or {@code design.deleted}. */
    record DesignChanged(WebhookEvent event, String designId) implements TypedEvent {}

    /** Anything else; its data is in the event. */
    record Other(WebhookEvent event) implements TypedEvent {}

    /** What an event tells. */
    static TypedEvent of(WebhookEvent event) {
        return switch (event.eventType()) {
            case EventTypes.BATCH_COMPLETED ->
                read(event, BatchState.class)
                        .<TypedEvent>map(batch -> new BatchEnded(event, batch))
                        .orElseGet(() -> new Other(event));
            case EventTypes.RENDER_COMPLETED, EventTypes.RENDER_FAILED ->
                read(event, RenderResult.class)
                        .<TypedEvent>map(render -> new RenderEnded(event, render))
                        .orElseGet(() -> new Other(event));
            case EventTypes.DESIGN_CREATED, EventTypes.DESIGN_UPDATED, EventTypes.DESIGN_DELETED -> {
                String id = id(event.data());
                yield id == null ? new Other(event) : new DesignChanged(event, id);
            }
            default -> new Other(event);
        };
    }

    private static @Nullable String id(JsonNode data) {
        return data.path("designId").asText(data.path("id").asText(null));
    }

    private static <T> Optional<T> read(WebhookEvent event, Class<T> type) {
        try {
            return Optional.of(Json.mapper()
                    .readerFor(type)
                    .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                    .readValue(event.data()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a tree is read without input", e);
        }
    }
}
