package dev.canvelete.server.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.server.design.TemplateVariable.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a design wants to be told: its placeholders, and the dynamic elements that take a value by their name. */
final class TemplateVariables {
    /** The field that an element's own value goes to, the first that it has. */
    static final List<String> CONTENT = List.of("text", "src", "qrValue", "qrData", "barcodeValue", "barcodeData");

    private static final Set<String> COLORS =
            Set.of("fill", "color", "stroke", "background", "qrColor", "qrBgColor", "textShadowColor");

    private final Map<String, TemplateVariable> found = new LinkedHashMap<>();

    private TemplateVariables() {}

    /** The variables of a design, each once, in the order in which it names them. */
    static List<TemplateVariable> of(Design design) {
        TemplateVariables variables = new TemplateVariables();
        variables.text(design.canvasData().background(), Type.COLOR);
        design.canvasData().elements().forEach(variables::element);
        return List.copyOf(variables.found.values());
    }

    private void element(ObjectNode element) {
        element.fields().forEachRemaining(field -> value(field.getKey(), field.getValue()));
        String name = ownKey(element);
        if (name != null) {
            String field = contentField(element);
            add(
                    name,
                    field.equals("src") ? Type.IMAGE : Type.TEXT,
                    element.path(field).textValue());
        }
    }

    /** The key of {@code dynamicData} that a dynamic element takes its value from; null if it has no such key. */
    static @Nullable String ownKey(ObjectNode element) {
        if (!element.path("isDynamic").asBoolean()
                || element.path(contentField(element)).asText().contains("{{")) {
            return null;
        }
        String name = element.path("name").textValue();
        return name == null ? element.path("id").textValue() : name;
    }

    static String contentField(ObjectNode element) {
        return CONTENT.stream().filter(element::hasNonNull).findFirst().orElse("text");
    }

    private void value(String field, JsonNode value) {
        if (value.isTextual()) {
            text(value.textValue(), type(field));
        } else {
            value.elements().forEachRemaining(child -> value(field, child));
        }
    }

    private static Type type(String field) {
        if (COLORS.contains(field) || field.endsWith("Color")) {
            return Type.COLOR;
        }
        return switch (field) {
            case "src" -> Type.IMAGE;
            case "x", "y", "width", "height", "rotation", "opacity", "fontSize", "strokeWidth", "borderRadius" ->
                Type.NUMBER;
            default -> Type.TEXT;
        };
    }

    private void text(@Nullable String text, Type shown) {
        for (Placeholder placeholder : Placeholder.in(text == null ? "" : text)) {
            Type type =
                    switch (placeholder.kind()) {
                        case SHOW -> shown;
                        case TEST -> Type.BOOLEAN;
                        case REPEAT -> Type.LIST;
                    };
            placeholder.paths().forEach(path -> add(path, type, placeholder.defaultValue()));
        }
    }

    /** The first mention decides, except that being shown or gone through says more than being tested. */
    private void add(String name, Type type, @Nullable String defaultValue) {
        found.merge(
                name,
                new TemplateVariable(name, type, defaultValue),
                (known, next) -> new TemplateVariable(
                        name,
                        known.type() == Type.BOOLEAN ? next.type() : known.type(),
                        known.defaultValue() == null ? next.defaultValue() : known.defaultValue()));
    }
}
