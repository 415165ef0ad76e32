package dev.canvelete.api.design;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The font that a text asks for.
 *
 * @param family one family or a CSS list of them
 * @param size in pixels
 * @param weight 1..1000
 */
public record FontSpec(String family, double size, int weight, boolean italic) {
    /** The family when none is asked for. */
    public static final String DEFAULT_FAMILY = "Inter";

    /** Reads the family, weight and style, with the size in the field of that name. */
    static FontSpec read(Fields fields, String sizeField, double defaultSize) {
        String style = fields.text("fontStyle", "normal").strip().toLowerCase(Locale.ROOT);
        return new FontSpec(
                fields.text("fontFamily", DEFAULT_FAMILY),
                fields.number(sizeField, defaultSize, 0, 10_000),
                weight(fields),
                style.startsWith("italic") || style.startsWith("oblique"));
    }

    private static int weight(Fields fields) {
        @Nullable String text = fields.text("fontWeight");
        if (text == null) {
            return 400;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "normal" -> 400;
            case "bold", "bolder" -> 700;
            case "lighter" -> 300;
            default -> (int) fields.number("fontWeight", 400, 1, 1000);
        };
    }
}
