package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A star with its first point up.
 *
 * @param points 2..1000
 * @param innerRadius as a share of the outer one, 0..1
 * @param fill a CSS colour or gradient
 */
public record StarElement(
        Box box, int points, double innerRadius, @Nullable String fill, Outline outline, Filters filters)
        implements Element {
    static StarElement read(Fields fields, Box box) {
        return new StarElement(
                box,
                (int) fields.number("starPoints", 5, 2, 1000),
                fields.number("starInnerRadius", 0.4, 0, 1),
                fields.text("fill"),
                Outline.read(fields, null),
                Filters.read(fields));
    }
}
