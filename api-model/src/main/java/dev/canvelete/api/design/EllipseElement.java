package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A CSS box with radius 50%.
 *
 * @param fill a CSS colour or gradient
 */
public record EllipseElement(Box box, @Nullable String fill, Border border, Filters filters) implements Element {
    static EllipseElement read(Fields fields, Box box) {
        return new EllipseElement(box, fields.text("fill"), Border.read(fields), Filters.read(fields));
    }
}
