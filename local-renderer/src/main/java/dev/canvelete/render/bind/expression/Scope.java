package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Where names are looked up: all of the data, or one item of a loop and then what is around the loop.
 *
 * @param value what {@code this} is
 * @param outer null for all of the data
 * @param key the item's name where an object is looped over, else null
 */
record Scope(
        JsonNode value,
        @Nullable Scope outer,
        int index,
        int size,
        @Nullable String key) {
    static Scope of(JsonNode data) {
        return new Scope(data, null, 0, 0, null);
    }

    JsonNode named(String name) {
        return switch (name) {
            case "this" -> value;
            case "@index" -> IntNode.valueOf(index);
            case "@first" -> BooleanNode.valueOf(index == 0);
            case "@last" -> BooleanNode.valueOf(index == size - 1);
            case "@key" -> key == null ? MissingNode.getInstance() : TextNode.valueOf(key);
            default -> field(name);
        };
    }

    /** The field of that name of the item, else of what is around it. */
    JsonNode field(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            JsonNode node = scope.value.isObject() ? scope.value.get(name) : null;
            if (node != null) {
                return node;
            }
        }
        return MissingNode.getInstance();
    }
}
