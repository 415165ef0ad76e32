package dev.canvelete.api.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The data of one render. The trees are read, never changed, and must not be changed while rendering.
 *
 * @param data the scope of placeholders, and values by element name
 * @param elements fields to override, by element id or name
 */
public record RenderRecord(ObjectNode data, ObjectNode elements) {
    /** No data at all. */
    public static RenderRecord empty() {
        return of(null, null);
    }

    /** A record of what a request carries. */
    public static RenderRecord of(@Nullable ObjectNode data, @Nullable ObjectNode elements) {
        return new RenderRecord(data == null ? Json.object() : data, elements == null ? Json.object() : elements);
    }
}
