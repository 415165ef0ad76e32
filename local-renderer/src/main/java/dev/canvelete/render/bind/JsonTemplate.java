package dev.canvelete.render.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.render.bind.expression.ExpressionException;
import dev.canvelete.render.bind.expression.TextTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON tree with placeholders in its texts, compiled; what has none is shared by everything bound. Thread-safe. */
public sealed interface JsonTemplate {
    /** A part that no data changes. */
    record Constant(JsonNode value) implements JsonTemplate {}

    /** A text with placeholders. */
    record Text(String path, TextTemplate template) implements JsonTemplate {}

    /** A list of which a part changes. */
    record Items(List<JsonTemplate> items) implements JsonTemplate {}

    /** An object of which a part changes. */
    record Members(Map<String, JsonTemplate> members) implements JsonTemplate {}

    /**
     * Compiles a tree.
     *
     * @param path where it stands in the design
     * @throws RenderException naming the field whose placeholder is malformed
     */
    static JsonTemplate compile(JsonNode node, String path) throws RenderException {
        if (node.isTextual()) {
            TextTemplate template = compile(node.textValue(), path);
            return template.isLiteral() ? new Constant(node) : new Text(path, template);
        }
        if (node instanceof ArrayNode array) {
            List<JsonTemplate> items = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                items.add(compile(array.get(i), path + "[" + i + "]"));
            }
            return items.stream().allMatch(Constant.class::isInstance) ? new Constant(node) : new Items(items);
        }
        if (node instanceof ObjectNode object) {
            Map<String, JsonTemplate> members = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                members.put(member.getKey(), compile(member.getValue(), path + "." + member.getKey()));
            }
            return members.values().stream().allMatch(Constant.class::isInstance)
                    ? new Constant(node)
                    : new Members(members);
        }
        return new Constant(node);
    }

    private static TextTemplate compile(String text, String path) throws RenderException {
        try {
            return TextTemplate.compile(text);
        } catch (ExpressionException e) {
            throw new RenderException(ErrorCode.UNSUPPORTED_ELEMENT, path, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The tree with a record's data in place of the placeholders.
     *
     * @throws RenderException naming the field whose placeholder cannot work on this data
     */
    default JsonNode bind(Binding binding) throws RenderException {
        switch (this) {
            case Constant constant -> {
                return constant.value;
            }
            case Text text -> {
                return bound(text, binding);
            }
            case Items items -> {
                ArrayNode array = Json.object().arrayNode(items.items.size());
                for (JsonTemplate item : items.items) {
                    array.add(item.bind(binding));
                }
                return array;
            }
            case Members members -> {
                ObjectNode object = Json.object();
                for (Map.Entry<String, JsonTemplate> member : members.members.entrySet()) {
                    object.set(member.getKey(), member.getValue().bind(binding));
                }
                return object;
            }
        }
    }

    private static JsonNode bound(Text text, Binding binding) throws RenderException {
        try {
            Optional<JsonNode> value = text.template.value(binding.data(), binding.evaluation());
            if (value.isPresent() && value.get().isContainerNode()) {
                return value.get();
            }
            return TextNode.valueOf(text.template.evaluate(binding.data(), binding.evaluation()));
        } catch (ExpressionException e) {
            throw new RenderException(ErrorCode.INVALID_DYNAMIC_DATA, text.path, String.valueOf(e.getMessage()));
        }
    }

    /** Adds the top-level names of the data that it may read. */
    default void collectRoots(Set<String> roots) {
        switch (this) {
            case Constant ignored -> {}
            case Text text -> roots.addAll(text.template.roots());
            case Items items -> items.items.forEach(item -> item.collectRoots(roots));
            case Members members -> members.members.values().forEach(member -> member.collectRoots(roots));
        }
    }
}
