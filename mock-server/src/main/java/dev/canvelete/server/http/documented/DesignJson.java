package dev.canvelete.server.http.documented;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.server.design.StoredDesign;
import java.util.List;

/** Designs as this dialect answers them. */
final class DesignJson {
    private DesignJson() {}

    /** The design as it was given, with what the service knows of it. */
    static ObjectNode of(StoredDesign stored) {
        return stored.design()
                .source()
                .deepCopy()
                .put("id", stored.id())
                .put("name", stored.name())
                .put("width", stored.design().width())
                .put("height", stored.design().height())
                .put("isTemplate", stored.design().isTemplate())
                .put("status", stored.status())
                .put("version", stored.version())
                .put("createdAt", stored.createdAt().toString())
                .put("updatedAt", stored.updatedAt().toString());
    }

    /** Designs for a list, in which nobody looks at canvases. */
    static List<ObjectNode> withoutCanvas(List<StoredDesign> stored) {
        return stored.stream()
                .map(design -> (ObjectNode) of(design).without("canvasData"))
                .toList();
    }
}
