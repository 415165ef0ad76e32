package dev.canvelete.render.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.render.bind.expression.Evaluation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record on its way into a design. Not thread-safe. */
public final class Binding {
    private final RenderRecord data;
    private final Evaluation evaluation = Evaluation.standard();

    public Binding(RenderRecord data) {
        this.data = data;
    }

    /** The scope of placeholders. */
    public ObjectNode data() {
        return data.data();
    }

    /** What evaluating may still cost, and what was missing. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /** What the data has under an element's own key: its name, else its id. */
    public Optional<JsonNode> valueOf(@Nullable String id, @Nullable String name) {
        return either(data.data(), name, id);
    }

    /** The fields that the record overrides in an element: by its id, else its name. */
    public Optional<ObjectNode> overridesOf(@Nullable String id, @Nullable String name) {
        return either(data.elements(), id, name)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }

    private static Optional<JsonNode> either(ObjectNode from, @Nullable String first, @Nullable String second) {
        JsonNode value = first == null ? null : from.get(first);
        if (value == null && second != null) {
            value = from.get(second);
        }
        return Optional.ofNullable(value);
    }
}
