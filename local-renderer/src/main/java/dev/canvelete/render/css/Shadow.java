package dev.canvelete.render.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One shadow of CSS {@code box-shadow}, lengths in pixels.
 *
 * @param blur twice the standard deviation
 */
public record Shadow(boolean inset, double x, double y, double blur, double spread, int argb) {
    private static final int MOST = 50;

    /**
     * Reads a list of shadows, the first of which lies on top; {@code none} and null give none.
     *
     * @throws IllegalArgumentException if one of them is malformed
     */
    public static List<Shadow> parse(@Nullable String css) {
        if (css == null || css.isBlank() || css.strip().equalsIgnoreCase("none")) {
            return List.of();
        }
        List<String> parts = CssSyntax.byComma(css);
        if (parts.size() > MOST) {
            throw new IllegalArgumentException(parts.size() + " shadows; at most " + MOST + " are right");
        }
        return parts.stream().map(Shadow::one).toList();
    }

    private static Shadow one(String css) {
        boolean inset = false;
        @Nullable Integer color = null;
        List<Double> lengths = new ArrayList<>();
        for (String word : CssSyntax.bySpace(css)) {
            OptionalDouble length = CssSyntax.pixels(word);
            if (length.isPresent()) {
                lengths.add(length.getAsDouble());
            } else if (word.toLowerCase(Locale.ROOT).equals("inset")) {
                inset = true;
            } else if (color == null) {
                color = Colors.parse(word);
            } else {
                throw noShadow(css);
            }
        }
        if (lengths.size() < 2 || lengths.size() > 4 || (lengths.size() > 2 && lengths.get(2) < 0)) {
            throw noShadow(css);
        }
        return new Shadow(
                inset,
                lengths.get(0),
                lengths.get(1),
                lengths.size() > 2 ? Math.min(lengths.get(2), 2000) : 0,
                lengths.size() > 3 ? lengths.get(3) : 0,
                color == null ? 0xFF000000 : color);
    }

    private static IllegalArgumentException noShadow(String css) {
        return new IllegalArgumentException(
                "\"" + css
                        + "\" is no CSS box-shadow; [inset] x y [blur [spread]] colour, lengths in px, blur not below 0, is right");
    }
}
