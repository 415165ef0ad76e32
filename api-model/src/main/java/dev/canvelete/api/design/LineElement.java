package dev.canvelete.api.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line through points.
 *
 * @param points null for the box's horizontal middle
 */
public record LineElement(Box box, @Nullable List<Point> points, Outline outline) implements Element {
    static LineElement read(Fields fields, Box box) {
        return new LineElement(box, fields.points("linePoints"), Outline.read(fields, "#000"));
    }
}
