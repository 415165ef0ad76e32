package dev.canvelete.api.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A design as the editor writes it. It keeps the JSON that it was read from, so that writing it back loses no field.
 * Immutable and thread-safe as long as nobody changes the tree it was made of.
 */
public final class Design {
    /** The largest side of a canvas, in pixels. */
    public static final int LARGEST_SIDE = 10_000;

    private final ObjectNode source;
    private final int width;
    private final int height;
    private final CanvasData canvas;

    private Design(ObjectNode source, int width, int height, CanvasData canvas) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.canvas = canvas;
    }

    /**
     * Reads a design's own fields: its size, its canvas, and that every element is an object. What is inside an element
     * is read by {@link Element#read} once its placeholders are bound, and checked ahead by {@link DesignValidator}.
     *
     * @throws DesignException naming every field that is wrong
     */
    @JsonCreator
    public static Design of(ObjectNode source) {
        Fields fields = Fields.literal(source, "");
        int width = (int) fields.number("width", 1920, 1, LARGEST_SIDE);
        int height = (int) fields.number("height", 1080, 1, LARGEST_SIDE);
        fields.text("id");
        fields.text("name");
        CanvasData canvas = canvas(fields, source.get("canvasData"));
        fields.throwIfFaulty();
        return new Design(source, width, height, canvas);
    }

    private static CanvasData canvas(Fields fields, @Nullable JsonNode data) {
        if (data == null || data.isNull()) {
            return new CanvasData(null, List.of());
        }
        if (!(data instanceof ObjectNode object)) {
            fields.fault("canvasData", "an object is right");
            return new CanvasData(null, List.of());
        }
        Fields canvasFields = fields.inside(object, "canvasData");
        List<ObjectNode> elements = new ArrayList<>();
        JsonNode list = object.get("elements");
        if (list != null && !list.isNull() && !list.isArray()) {
            canvasFields.fault("elements", "a list of elements is right");
        } else if (list != null) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof ObjectNode element) {
                    elements.add(element);
                } else {
                    canvasFields.fault("elements[" + i + "]", "an object is right");
                }
            }
        }
        return new CanvasData(canvasFields.text("background"), elements);
    }

    /** The whole design as JSON; read it, do not change it. */
    @JsonValue
    public ObjectNode source() {
        return source;
    }

    /** The id, or null for a design that was never stored. */
    public @Nullable String id() {
        return source.path("id").textValue();
    }

    /** The name, or null. */
    public @Nullable String name() {
        return source.path("name").textValue();
    }

    /** The canvas's width in CSS pixels, 1..10000. */
    public int width() {
        return width;
    }

    /** The canvas's height in CSS pixels, 1..10000. */
    public int height() {
        return height;
    }

    /** Whether it may be named as {@code templateId} as well. */
    public boolean isTemplate() {
        return source.path("isTemplate").asBoolean(false);
    }

    /** What is on the canvas. */
    public CanvasData canvasData() {
        return canvas;
    }

    @Override
    public String toString() {
        return "Design " + id() + " (" + width + " x " + height + ", "
                + canvas.elements().size() + " elements)";
    }
}
