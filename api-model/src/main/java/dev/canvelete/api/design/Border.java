package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A CSS border, inside the box.
 *
 * @param color a CSS colour; null for no border
 * @param width in pixels
 */
public record Border(@Nullable String color, double width, Style style) {
    /** How a border is drawn. */
    public enum Style {
        SOLID,
        DASHED,
        DOTTED,
        NONE
    }

    static Border read(Fields fields) {
        return new Border(
                fields.text("stroke"),
                fields.number("strokeWidth", 0, 0, 10_000),
                fields.choice("borderStyle", Style.SOLID));
    }
}
