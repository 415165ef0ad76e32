package dev.canvelete.server.db;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.server.batch.LongTexts;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The long texts that requests of a batch have more than once, which are stored once and beside them. A request that
 * lacks some says where they belong: in a field that no request has, a JSON pointer (RFC 6901) for each, with the text's
 * number. Immutable.
 */
final class SharedTexts {
    private static final String PLACES = "sharedTexts";

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private SharedTexts() {}

    /** What those have more than once. */
    static SharedTexts of(Collection<RenderRequest> requests) {
        SharedTexts shared = new SharedTexts();
        Set<String> seen = new HashSet<>();
        for (RenderRequest request : requests) {
            shared.add(request.dynamicData(), seen);
            shared.add(request.dynamicElements(), seen);
        }
        return shared;
    }

    private void add(@Nullable ObjectNode tree, Set<String> seen) {
        if (tree != null) {
            eachLongText(tree, JsonPointer.empty(), (place, text) -> {
                if (!seen.add(text)) {
                    numbers.putIfAbsent(text, numbers.size());
                }
            });
        }
    }

    /** By their numbers. */
    List<String> texts() {
        return List.copyOf(numbers.keySet());
    }

    /** A request as it is stored, without what is stored beside it. */
    Stored store(RenderRequest request) {
        if (!numbers.isEmpty() && Json.tree(request) instanceof ObjectNode tree) {
            ObjectNode places = Json.object();
            eachLongText(tree, JsonPointer.empty(), (place, text) -> {
                Integer number = numbers.get(text);
                if (number != null) {
                    places.put(place.toString(), number);
                }
            });
            if (!places.isEmpty()) {
                return without(tree, places);
            }
        }
        String json = Sql.json(request);
        return new Stored(json, json.length());
    }

    private static Stored without(ObjectNode tree, ObjectNode places) {
        int characters = 0;
        for (Map.Entry<String, JsonNode> place : places.properties()) {
            JsonPointer at = JsonPointer.compile(place.getKey());
            characters += tree.at(at).textValue().length();
            put(tree, at, TextNode.valueOf(""));
        }
        String json = Sql.json(tree.set(PLACES, places));
        return new Stored(json, characters + json.length());
    }

    /**
     * A request as JSON.
     *
     * @param characters how long it would be whole
     */
    record Stored(String json, int characters) {}

    /**
     * A stored request with all that it lacks.
     *
     * @param texts by their numbers; asked for if it lacks something
     */
    static JsonNode restore(String json, Supplier<List<String>> texts) {
        ObjectNode tree = Sql.json(json, ObjectNode.class);
        if (tree.remove(PLACES) instanceof ObjectNode places) {
            List<String> all = texts.get();
            places.properties()
                    .forEach(place -> put(
                            tree,
                            JsonPointer.compile(place.getKey()),
                            text(all, place.getValue().intValue())));
        }
        return tree;
    }

    private static TextNode text(List<String> all, int number) {
        // A reset between the two reads has removed the render as well.
        return TextNode.valueOf(number < all.size() ? all.get(number) : "");
    }

    private static void put(ObjectNode tree, JsonPointer place, TextNode text) {
        JsonNode parent = tree.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), text);
        } else if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), text);
        }
    }

    private static void eachLongText(JsonNode node, JsonPointer at, BiConsumer<JsonPointer, String> use) {
        if (node.isTextual()) {
            if (LongTexts.isLong(node.textValue())) {
                use.accept(at, node.textValue());
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                eachLongText(list.get(i), at.appendIndex(i), use);
            }
        } else if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> eachLongText(field.getValue(), at.appendProperty(field.getKey()), use));
        }
    }
}
