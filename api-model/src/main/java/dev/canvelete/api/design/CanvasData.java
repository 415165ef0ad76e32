package dev.canvelete.api.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on a canvas, its placeholders not yet bound.
 *
 * @param background a CSS colour or gradient; null for white
 * @param elements in painting order, first at the bottom; each as its JSON, since any field may hold a placeholder
 */
public record CanvasData(@Nullable String background, List<ObjectNode> elements) {
    public CanvasData {
        elements = List.copyOf(elements);
    }
}
