package dev.canvelete.server.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts data into a copy of a template for good: into placeholders that are nothing but a path, and into dynamic elements
 * by their name. Whatever the data does not know, or computes something, stays to be told at each render.
 */
record TemplateFilling(ObjectNode data) {
    /** Fills a design's source in place. */
    void fill(ObjectNode source) {
        if (source.get("canvasData") instanceof ObjectNode canvas) {
            canvas.path("elements").forEach(element -> {
                if (element instanceof ObjectNode object) {
                    fillOwn(object);
                }
            });
            fillTexts(canvas);
        }
    }

    private void fillOwn(ObjectNode element) {
        String key = TemplateVariables.ownKey(element);
        JsonNode value = key == null ? null : data.get(key);
        if (value == null) {
            return;
        }
        if (value.isNull() || (value.isBoolean() && !value.booleanValue())) {
            element.put("visible", false);
        } else if (value.isValueNode()) {
            element.put(TemplateVariables.contentField(element), value.asText());
        }
    }

    private void fillTexts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue().isTextual()) {
                    field.setValue(object.textNode(text(field.getValue().textValue())));
                } else {
                    fillTexts(field.getValue());
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::fillTexts);
        }
    }

    private String text(String text) {
        return Placeholder.replace(text, this::value);
    }

    private @Nullable String value(String path) {
        if (path.startsWith("#") || path.startsWith("/")) {
            return null;
        }
        JsonNode value =
                data.at("/" + path.replace("~", "~0").replace("/", "~1").replace('.', '/'));
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
