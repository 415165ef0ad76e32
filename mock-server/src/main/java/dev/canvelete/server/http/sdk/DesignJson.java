package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.design.StoredDesign;
import java.util.Locale;

/** Designs as this dialect answers them. */
final class DesignJson {
    private DesignJson() {}

    /** The design with its canvas, and a template with the names of what it wants to be told. */
    static ObjectNode of(StoredDesign stored) {
        ObjectNode source = stored.design().source().deepCopy();
        source.put("id", stored.id())
                .put("name", stored.name())
                .put("width", stored.design().width())
                .put("height", stored.design().height())
                .put("isTemplate", stored.design().isTemplate())
                .put("status", stored.status().toUpperCase(Locale.ROOT))
                .put("visibility", visibility(stored))
                .put("version", stored.version())
                .put("createdAt", stored.createdAt().toString())
                .put("updatedAt", stored.updatedAt().toString());
        source.withObjectProperty("canvasData").withArrayProperty("elements");
        if (stored.design().isTemplate()) {
            ArrayNode fields = source.putArray("dynamicFields");
            stored.variables().forEach(variable -> fields.add(variable.name()));
        }
        return source;
    }

    private static String visibility(StoredDesign stored) {
        String otherwise = stored.owner() == null ? "public" : "private";
        return stored.design().source().path("visibility").asText(otherwise).toUpperCase(Locale.ROOT);
    }

    /** The design, with what is on its canvas at the top too, where some of the clients read it after an edit. */
    static ObjectNode edited(StoredDesign stored) {
        ObjectNode design = of(stored);
        ObjectNode canvas = Json.object().setAll((ObjectNode) design.get("canvasData"));
        return design.setAll(canvas.retain("elements", "background"));
    }

    /** What is on its canvas, and the canvas's size. */
    static ObjectNode canvas(StoredDesign stored) {
        ObjectNode canvas = Json.object()
                .put("width", stored.design().width())
                .put("height", stored.design().height());
        canvas.setAll((ObjectNode) of(stored).get("canvasData"));
        return canvas;
    }
}
