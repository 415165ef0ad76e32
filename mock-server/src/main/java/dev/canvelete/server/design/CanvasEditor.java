package dev.canvelete.server.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.DesignValidator;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.id.IdSource;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Edits a design's canvas piece by piece. Each edit is a change of the design like any other, with its next version;
 * edits of one design happen one after another. Thread-safe.
 */
public final class CanvasEditor {
    private static final int MOST_ELEMENTS = 5_000;

    private final DesignService designs;
    private final IdSource ids;

    public CanvasEditor(DesignService designs, IdSource ids) {
        this.designs = designs;
        this.ids = ids;
    }

    /**
     * Puts an element on top of the others.
     *
     * @param element gets an id if it has none
     * @return the element as it is stored
     * @throws Refusal if the design cannot be changed, the element is malformed, or its id is used already
     */
    public JsonNode add(String account, String design, ObjectNode element) {
        String given = element.path("id").asText("");
        String id = given.isBlank() ? ids.next("element") : given;
        StoredDesign changed = edit(account, design, source -> {
            ArrayNode elements = elements(source);
            if (index(elements, id).isPresent()) {
                throw Refusal.invalid("element.id", "there is an element of this id already");
            }
            if (elements.size() >= MOST_ELEMENTS) {
                throw Refusal.invalid("element", "at most " + MOST_ELEMENTS + " elements fit on a canvas");
            }
            check(element, "element");
            elements.add(element.deepCopy().put("id", id));
        });
        return element(changed, id);
    }

    /**
     * Changes the fields of an element that are given; null removes one. The id stays.
     *
     * @return the element as it is stored
     * @throws Refusal if the design cannot be changed or has no such element, or the element would be malformed
     */
    public JsonNode update(String account, String design, String id, ObjectNode fields) {
        StoredDesign changed = edit(account, design, source -> {
            ArrayNode elements = elements(source);
            ObjectNode element = (ObjectNode) elements.get(index(elements, id).orElseThrow(CanvasEditor::noElement));
            JsonFields.merge(element, fields);
            check(element.put("id", id), "");
        });
        return element(changed, id);
    }

    /**
     * Takes an element away.
     *
     * @throws Refusal if the design cannot be changed or has no such element
     */
    public void remove(String account, String design, String id) {
        edit(account, design, source -> {
            ArrayNode elements = elements(source);
            elements.remove(index(elements, id).orElseThrow(CanvasEditor::noElement));
        });
    }

    /**
     * Takes every element away; the background stays.
     *
     * @throws Refusal if the design cannot be changed
     */
    public void clear(String account, String design) {
        edit(account, design, source -> elements(source).removeAll());
    }

    /**
     * Gives the canvas another size, in pixels; the elements stay where they are.
     *
     * @throws Refusal if the design cannot be changed or cannot have that size
     */
    public StoredDesign resize(String account, String design, JsonNode width, JsonNode height) {
        return edit(account, design, source -> source.<ObjectNode>set("width", width)
                .set("height", height));
    }

    /**
     * Gives the canvas another background.
     *
     * @throws Refusal if the design cannot be changed
     */
    public StoredDesign paint(String account, String design, String background) {
        return edit(account, design, source -> canvas(source).put("background", background));
    }

    private StoredDesign edit(String account, String design, Consumer<ObjectNode> change) {
        return designs.change(account, design, earlier -> {
            ObjectNode source = earlier.design().source().deepCopy();
            change.accept(source);
            return source;
        });
    }

    /** Refuses a malformed element where the caller has it, and not where it would lie on the canvas. */
    private static void check(ObjectNode element, String place) {
        Refusal.throwIfFaulty(DesignValidator.faults(element, place));
    }

    private static ObjectNode canvas(ObjectNode source) {
        if (source.get("canvasData") instanceof ObjectNode canvas) {
            return canvas;
        }
        ObjectNode canvas = Json.object();
        source.set("canvasData", canvas);
        return canvas;
    }

    private static ArrayNode elements(ObjectNode source) {
        ObjectNode canvas = canvas(source);
        return canvas.get("elements") instanceof ArrayNode elements ? elements : canvas.putArray("elements");
    }

    private static OptionalInt index(ArrayNode elements, String id) {
        return IntStream.range(0, elements.size())
                .filter(i -> elements.get(i).path("id").asText("").equals(id))
                .findFirst();
    }

    private static JsonNode element(StoredDesign design, String id) {
        ArrayNode elements = elements(design.design().source());
        return elements.get(index(elements, id).orElseThrow());
    }

    private static Refusal noElement() {
        return Refusal.of(ErrorCode.NOT_FOUND, "Element not found");
    }
}
