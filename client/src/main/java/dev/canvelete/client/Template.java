package dev.canvelete.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template and what it wants to be told.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Template(
        String id,
        @Nullable String name,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable List<Variable> variables) {
    public Template {
        variables = variables == null ? List.of() : List.copyOf(variables);
    }

    /**
     * Something that a template wants to be told.
     *
     * @param name in the data, such as {@code name} or {@code user.firstName}
     * @param type such as {@code text} or {@code image}
     * @param defaultValue what stands there otherwise
     */
    public record Variable(
            String name,
            @Nullable String type,
            @JsonProperty("default") @Nullable JsonNode defaultValue) {}
}
