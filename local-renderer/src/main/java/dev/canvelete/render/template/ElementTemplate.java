package dev.canvelete.render.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.design.Element;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.render.bind.Binding;
import dev.canvelete.render.bind.JsonTemplate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One element of a template. Thread-safe. */
final class ElementTemplate {
    /** Which field of which type a plain value for the element goes into. */
    private static final Map<String, String> CONTENT = Map.of(
            "text", "text",
            "image", "src",
            "svg", "src",
            "qr", "qrValue",
            "qrcode", "qrValue",
            "barcode", "barcodeValue",
            "table", "tableJsonData");

    /** Overrides that the clients spell in their own way, by type; types that are not here use {@code fill}. */
    private static final Map<String, String> COLOR = Map.of(
            "line", "stroke",
            "qr", "qrColor",
            "qrcode", "qrColor",
            "barcode", "barcodeLineColor",
            "table", "tableCellTextColor");

    private final String place;
    private final JsonTemplate fields;
    private final String type;
    private final @Nullable String id;
    private final @Nullable String name;
    /** The field that a plain value replaces, if the element takes one. */
    private final @Nullable String contentField;

    private final @Nullable Element fixed;

    private ElementTemplate(
            String place,
            ObjectNode source,
            JsonTemplate fields,
            @Nullable String contentField,
            @Nullable Element fixed) {
        this.place = place;
        this.fields = fields;
        this.type = typeOf(source);
        this.id = source.path("id").textValue();
        this.name = source.path("name").textValue();
        this.contentField = contentField;
        this.fixed = fixed;
    }

    static ElementTemplate compile(ObjectNode source, String place) throws RenderException {
        JsonTemplate fields = JsonTemplate.compile(source, place);
        String content = CONTENT.get(typeOf(source));
        boolean filled = content != null
                && source.path("isDynamic").asBoolean(false)
                && !source.path(content).asText("").contains("{{");
        Element fixed =
                fields instanceof JsonTemplate.Constant ? read(source, place, ErrorCode.UNSUPPORTED_ELEMENT) : null;
        return new ElementTemplate(place, source, fields, filled ? content : null, fixed);
    }

    private static String typeOf(ObjectNode source) {
        return source.path("type").asText("").toLowerCase(Locale.ROOT);
    }

    private static Element read(ObjectNode source, String place, ErrorCode code) throws RenderException {
        try {
            return Element.read(source, place);
        } catch (DesignException e) {
            throw new RenderException(code, e.faults());
        }
    }

    /** The element as it is for every record whose data does not name it; empty when placeholders decide. */
    Optional<Element> fixed() {
        return Optional.ofNullable(fixed);
    }

    /** Whether ordinary data changes it: it has placeholders, or takes a plain value. */
    boolean isLive() {
        return fixed == null || contentField != null;
    }

    /** Adds the names of the data that it may read, its own keys among them. */
    void collectNames(Set<String> names) {
        fields.collectRoots(names);
        collectKeys(names);
    }

    /** Adds its own keys. */
    void collectKeys(Set<String> keys) {
        if (id != null) {
            keys.add(id);
        }
        if (name != null) {
            keys.add(name);
        }
    }

    /** The element for a record; empty when the record or the design hides it. */
    Optional<Element> bind(Binding binding) throws RenderException {
        Optional<JsonNode> value = binding.valueOf(id, name);
        if (value.isPresent()
                && (value.get().isNull()
                        || (value.get().isBoolean() && !value.get().booleanValue()))) {
            return Optional.empty();
        }
        Optional<ObjectNode> overrides = binding.overridesOf(id, name);
        boolean filled = contentField != null && value.isPresent();
        if (fixed != null && !filled && overrides.isEmpty()) {
            return Optional.of(fixed).filter(e -> e.box().visible());
        }
        ObjectNode bound = fields(binding);
        if (contentField != null && value.isPresent()) {
            fill(bound, contentField, value.get());
        }
        overrides.ifPresent(o -> override(bound, o));
        return Optional.of(read(bound, place, ErrorCode.INVALID_DYNAMIC_DATA))
                .filter(e -> e.box().visible());
    }

    /** The fields in an object of the record's own: one without placeholders is shared with every other record. */
    private ObjectNode fields(Binding binding) throws RenderException {
        ObjectNode bound = (ObjectNode) fields.bind(binding);
        return fields instanceof JsonTemplate.Constant ? Json.object().setAll(bound) : bound;
    }

    private static void fill(ObjectNode bound, String field, JsonNode value) {
        if (field.equals("tableJsonData")) {
            bound.set(field, value);
            bound.put("tableIsDynamic", true).put("tableDataSource", "json");
        } else {
            bound.put(field, value.isValueNode() ? value.asText() : value.toString());
        }
    }

    private void override(ObjectNode bound, ObjectNode overrides) {
        for (Map.Entry<String, JsonNode> override : overrides.properties()) {
            String field = override.getKey();
            String content = CONTENT.get(type);
            String target =
                    switch (field) {
                        case "color" -> COLOR.getOrDefault(type, "fill");
                        case "fit" -> "objectFit";
                        case "text", "src", "value" -> content == null || bound.has(field) ? field : content;
                        default -> field;
                    };
            bound.set(target, override.getValue());
        }
    }
}
