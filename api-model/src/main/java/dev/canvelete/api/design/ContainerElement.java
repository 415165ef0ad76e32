package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A CSS box that may blur what lies behind it.
 *
 * @param fill a CSS colour or gradient
 * @param boxShadow CSS {@code box-shadow}
 * @param backdropBlur the standard deviation in pixels
 */
public record ContainerElement(
        Box box,
        @Nullable String fill,
        Border border,
        Corners corners,
        @Nullable String boxShadow,
        Filters filters,
        double backdropBlur)
        implements Element {
    static ContainerElement read(Fields fields, Box box) {
        return new ContainerElement(
                box,
                fields.text("fill"),
                Border.read(fields),
                Corners.read(fields),
                fields.text("boxShadow"),
                Filters.read(fields),
                fields.number("backdropBlur", 0, 0, 1000));
    }
}
