package dev.canvelete.server.db;

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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The long texts that requests of a batch have more than once, which are stored once and beside them. A request that
 * lacks some says so in a field that no request has: for each, which of the request's texts it is, counted from 1, and its
 * number here. To name its place instead would let a request with long names of fields take many times its own room.
 * Immutable.
 */
final class SharedTexts {
    private static final String PLACES = "sharedTexts";
    private static final TextNode NOTHING = TextNode.valueOf("");

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
            eachText(tree, node -> {
                String text = node.textValue();
                if (LongTexts.isLong(text) && !seen.add(text)) {
                    numbers.putIfAbsent(text, numbers.size());
                }
                return node;
            });
        }
    }

    /** By their numbers. */
    List<String> texts() {
        return List.copyOf(numbers.keySet());
    }

    /** A request as it is stored, without what is stored beside it. */
    Stored store(RenderRequest request) {
        if (numbers.isEmpty()) {
            String json = Sql.json(request);
            return new Stored(json, json.length());
        }
        ObjectNode tree = (ObjectNode) Json.tree(request);
        Removal removal = new Removal(numbers);
        eachText(tree, removal);
        if (!removal.places.isEmpty()) {
            tree.set(PLACES, removal.places);
        }
        String json = Sql.json(tree);
        return new Stored(json, json.length() + removal.characters);
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
        if (tree.remove(PLACES) instanceof ArrayNode places) {
            eachText(tree, new Return(places, texts.get()));
        }
        return tree;
    }

    /** Gives what is put in the place of each text, in the order of the document. */
    private static void eachText(JsonNode node, UnaryOperator<TextNode> change) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof TextNode text) {
                    list.set(i, change.apply(text));
                } else {
                    eachText(list.get(i), change);
                }
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue() instanceof TextNode text) {
                    field.setValue(change.apply(text));
                } else {
                    eachText(field.getValue(), change);
                }
            }
        }
    }

    /** Takes out what is shared. */
    private static final class Removal implements UnaryOperator<TextNode> {
        private final Map<String, Integer> numbers;
        private final ArrayNode places = Json.mapper().createArrayNode();
        private int index;
        private int characters;

        Removal(Map<String, Integer> numbers) {
            this.numbers = numbers;
        }

        @Override
        public TextNode apply(TextNode text) {
            Integer number = LongTexts.isLong(text.textValue()) ? numbers.get(text.textValue()) : null;
            index++;
            if (number == null) {
                return text;
            }
            places.add(index).add(number);
            characters += text.textValue().length();
            return NOTHING;
        }
    }

    /** Puts it in again. */
    private static final class Return implements UnaryOperator<TextNode> {
        private final ArrayNode places;
        private final List<String> texts;
        private int index;
        private int next;

        Return(ArrayNode places, List<String> texts) {
            this.places = places;
            this.texts = texts;
        }

        @Override
        public TextNode apply(TextNode text) {
            index++;
            if (places.path(next).asInt() != index) {
                return text;
            }
            int number = places.path(next + 1).asInt();
            next += 2;
            // A reset between the two reads has removed the render as well.
            return number < texts.size() ? TextNode.valueOf(texts.get(number)) : NOTHING;
        }
    }
}
