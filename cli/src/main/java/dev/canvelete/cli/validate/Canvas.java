package dev.canvelete.cli.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Looks at what a design's elements say, without drawing them. */
final class Canvas {
    private final Design design;

    Canvas(Design design) {
        this.design = design;
    }

    /** What is strange about the elements, in their order. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<ObjectNode> elements = design.canvasData().elements();
        for (int i = 0; i < elements.size(); i++) {
            String place = "canvasData.elements[" + i + "]";
            findings.addAll(unknownFields(elements.get(i), place));
            offCanvas(elements.get(i), place).ifPresent(findings::add);
        }
        return findings;
    }

    /** Elements that take the value of their own name or id from the data. */
    List<String> ownKeys() {
        return design.canvasData().elements().stream()
                .filter(e ->
                        e.path("isDynamic").asBoolean(false) && !e.toString().contains("{{"))
                .map(e -> e.path("name").asText(e.path("id").asText("")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Finding> unknownFields(ObjectNode element, String place) {
        String type = element.path("type").asText("");
        List<Finding> findings = new ArrayList<>();
        for (Iterator<String> names = element.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!KnownFields.has(type, name)) {
                String meant = KnownFields.meant(type, name)
                        .map(m -> "; " + m + " was meant, perhaps")
                        .orElse("");
                findings.add(new Finding(
                        Finding.Kind.UNKNOWN_FIELD,
                        place + "." + name,
                        "an element " + type + " has no such field" + meant));
            }
        }
        return findings;
    }

    private Optional<Finding> offCanvas(ObjectNode element, String place) {
        JsonNode width = element.path("width");
        JsonNode height = element.path("height");
        if (!width.isNumber()
                || !height.isNumber()
                || !isNumberOrAbsent(element, "x")
                || !isNumberOrAbsent(element, "y")) {
            return Optional.empty();
        }
        Rectangle2D box = new Rectangle2D.Double(
                element.path("x").asDouble(), element.path("y").asDouble(), width.asDouble(), height.asDouble());
        Shape turned = AffineTransform.getRotateInstance(
                        Math.toRadians(element.path("rotation").asDouble()), box.getCenterX(), box.getCenterY())
                .createTransformedShape(box);
        String label = element.path("id")
                .asText(element.path("name").asText(element.path("type").asText()));
        if (!turned.intersects(0, 0, design.width(), design.height())) {
            return Optional.of(new Finding(
                    Finding.Kind.OFF_CANVAS, place, label + " lies wholly outside the canvas and cannot be seen"));
        }
        return Optional.empty();
    }

    private static boolean isNumberOrAbsent(ObjectNode element, String field) {
        return element.path(field).isNumber() || element.path(field).isMissingNode();
    }
}
