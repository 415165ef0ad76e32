package dev.canvelete.api.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A polygon: of a path, or of points, or a regular one with its first vertex up.
 *
 * @param points null when not drawn by points
 * @param sides 3..1000
 * @param fill a CSS colour or gradient
 */
public record PolygonElement(
        Box box,
        @Nullable PathData path,
        @Nullable List<Point> points,
        int sides,
        @Nullable String fill,
        Outline outline,
        Filters filters)
        implements Element {
    static PolygonElement read(Fields fields, Box box) {
        return new PolygonElement(
                box,
                PathData.read(fields),
                fields.points("polygonPoints"),
                (int) fields.number("polygonSides", 6, 3, 1000),
                fields.text("fill"),
                Outline.read(fields, null),
                Filters.read(fields));
    }
}
