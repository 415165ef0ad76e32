package dev.canvelete.api.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A curve: of a path, or through points (3: quadratic, 4: cubic, more: smooth through them).
 *
 * @param points null when drawn by a path
 * @param fill a CSS colour or gradient
 */
public record BezierElement(
        Box box,
        @Nullable PathData path,
        @Nullable List<Point> points,
        @Nullable String fill,
        Outline outline) implements Element {
    static BezierElement read(Fields fields, Box box) {
        return new BezierElement(
                box,
                PathData.read(fields),
                fields.points("bezierPoints"),
                fields.text("fill"),
                Outline.read(fields, null));
    }
}
