package dev.canvelete.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.server.match.JsonCondition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which renders a fault is for; all that is given must hold.
 *
 * @param index the render's place in its batch, counted from 0; a render on its own is at 0
 * @param design the id of its design or template
 * @param data conditions on its data
 */
public record RenderMatch(
        @Nullable Integer index,
        @Nullable String design,
        @Nullable OutputFormat format,
        List<JsonCondition> data) {
    /** Every render. */
    public static final RenderMatch ANY = new RenderMatch(null, null, null, List.of());

    // Jackson leaves out what the JSON does not say.
    @SuppressWarnings("RedundantNullCheck")
    public RenderMatch {
        data = data == null ? List.of() : List.copyOf(data);
    }

    /** The render at that place of each batch. */
    public static RenderMatch index(int index) {
        return new RenderMatch(index, null, null, List.of());
    }

    /** Renders of that design or template. */
    public static RenderMatch design(String id) {
        return new RenderMatch(null, id, null, List.of());
    }

    /** Renders whose data has that value at that path, a JSON Pointer. */
    public static RenderMatch data(String path, Object value) {
        return new RenderMatch(null, null, null, List.of(JsonCondition.equal(path, Json.tree(value))));
    }

    boolean matches(int place, RenderRequest request) {
        JsonNode sent = request.dynamicData() == null ? Json.object() : request.dynamicData();
        return (index == null || index == place)
                && (design == null || design.equals(request.designId()) || design.equals(request.templateId()))
                && (format == null || format == Objects.requireNonNullElse(request.format(), OutputFormat.PNG))
                && data.stream().allMatch(condition -> condition.holds(sent));
    }
}
