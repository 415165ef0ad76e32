package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A CSS box.
 *
 * @param fill a CSS colour or gradient
 * @param boxShadow CSS {@code box-shadow}
 */
public record RectangleElement(
        Box box,
        @Nullable String fill,
        Border border,
        Corners corners,
        @Nullable String boxShadow,
        Filters filters) implements Element {
    static RectangleElement read(Fields fields, Box box) {
        return new RectangleElement(
                box,
                fields.text("fill"),
                Border.read(fields),
                Corners.read(fields),
                fields.text("boxShadow"),
                Filters.read(fields));
    }
}
