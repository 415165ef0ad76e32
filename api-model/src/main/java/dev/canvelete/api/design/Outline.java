package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * An SVG stroke, centred on its path.
 *
 * @param color a CSS colour; null for none
 * @param width in pixels
 * @param dash lengths as SVG's {@code stroke-dasharray} has them; null for a solid line
 */
public record Outline(
        @Nullable String color,
        double width,
        Cap cap,
        @Nullable String dash) {
    /** How a line ends. */
    public enum Cap {
        BUTT,
        ROUND,
        SQUARE
    }

    static Outline read(Fields fields, @Nullable String defaultColor) {
        String color = fields.text("stroke");
        return new Outline(
                color == null ? defaultColor : color,
                fields.number("strokeWidth", 1, 0, 10_000),
                fields.choice("lineCap", Cap.BUTT),
                fields.text("lineDash"));
    }
}
