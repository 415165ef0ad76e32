package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A block of text, as wide as its box, which wraps.
 *
 * @param color a CSS colour
 * @param decoration CSS {@code text-decoration}: any of underline, overline, line-through
 * @param lineHeight as a multiple of the font size
 * @param letterSpacing in pixels, after every character
 * @param minFontSize the smallest size in pixels that {@code autoFit} shrinks to
 */
public record TextElement(
        Box box,
        String text,
        FontSpec font,
        String color,
        TextAlign align,
        VerticalAlign verticalAlign,
        String decoration,
        Transform transform,
        double lineHeight,
        double letterSpacing,
        @Nullable Shadow shadow,
        @Nullable Stroke stroke,
        Padding padding,
        boolean autoFit,
        double minFontSize,
        Filters filters)
        implements Element {

    /** Where a text lies in a box that is higher than it. */
    public enum VerticalAlign {
        TOP,
        MIDDLE,
        BOTTOM
    }

    /** How letters are changed before they are drawn, by rules that no locale changes. */
    public enum Transform {
        NONE,
        UPPERCASE,
        LOWERCASE,
        CAPITALIZE
    }

    /** A shadow of the letters, its offset and standard deviation * 2 in pixels. */
    public record Shadow(double x, double y, double blur, String color) {}

    /** A line around the letters, centred on their outline, in pixels. */
    public record Stroke(double width, String color) {}

    static TextElement read(Fields fields, Box box) {
        String fill = fields.text("fill");
        return new TextElement(
                box,
                fields.text("text", ""),
                FontSpec.read(fields, "fontSize", 16),
                fill == null ? fields.text("color", "#000") : fill,
                fields.choice("textAlign", TextAlign.LEFT),
                fields.choice("verticalAlign", VerticalAlign.TOP),
                fields.text("textDecoration", "none"),
                fields.choice("textTransform", Transform.NONE),
                fields.number("lineHeight", 1.2, 0, 1000),
                fields.number("letterSpacing", 0, -10_000, 10_000),
                shadow(fields),
                stroke(fields),
                Padding.read(fields),
                fields.flag("autoFit", false),
                fields.number("minFontSize", 6, 1, 10_000),
                Filters.read(fields));
    }

    private static @Nullable Shadow shadow(Fields fields) {
        String color = fields.text("textShadowColor");
        return color == null
                ? null
                : new Shadow(
                        fields.number("textShadowX", 0),
                        fields.number("textShadowY", 0),
                        fields.number("textShadowBlur", 0, 0, 1000),
                        color);
    }

    private static @Nullable Stroke stroke(Fields fields) {
        double width = fields.number("textStrokeWidth", 0, 0, 1000);
        return width == 0 ? null : new Stroke(width, fields.text("textStrokeColor", "#000"));
    }
}
