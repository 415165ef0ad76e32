package dev.canvelete.render.css;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A CSS {@code <position>}: a share of the free space plus an offset in pixels, each way.
 *
 * @param shareX of the free width
 * @param offsetX in pixels
 * @param shareY of the free height
 * @param offsetY in pixels
 */
public record Position(double shareX, double offsetX, double shareY, double offsetY) {
    /** In the middle. */
    public static final Position CENTER = new Position(0.5, 0, 0.5, 0);

    /** One axis's part. */
    private record Axis(double share, double offset) {}

    /**
     * Reads one to four values: {@code left}, {@code 20% 10px}, {@code right 10px bottom 5%}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Position parse(String css) {
        List<String> words = CssSyntax.bySpace(css.strip().toLowerCase(java.util.Locale.ROOT));
        if (words.size() == 1) {
            String word = words.get(0);
            return isVertical(word) ? of(new Axis(0.5, 0), axis(word, css)) : of(axis(word, css), new Axis(0.5, 0));
        }
        if (words.size() == 2) {
            boolean swapped = isVertical(words.get(0)) || isHorizontal(words.get(1));
            return of(axis(words.get(swapped ? 1 : 0), css), axis(words.get(swapped ? 0 : 1), css));
        }
        if (words.size() == 3 || words.size() == 4) {
            return fromSides(words, css);
        }
        throw noPosition(css);
    }

    private static Position fromSides(List<String> words, String css) {
        Axis horizontal = new Axis(0.5, 0);
        Axis vertical = new Axis(0.5, 0);
        for (int i = 0; i < words.size(); ) {
            String side = words.get(i++);
            Axis axis = axis(side, css);
            if (i < words.size() && !isKeyword(words.get(i))) {
                Axis distance = axis(words.get(i++), css);
                axis = axis.share == 1
                        ? new Axis(1 - distance.share, -distance.offset)
                        : new Axis(axis.share + distance.share, distance.offset);
            }
            if (isVertical(side)) {
                vertical = axis;
            } else {
                horizontal = axis;
            }
        }
        return of(horizontal, vertical);
    }

    private static Position of(Axis x, Axis y) {
        return new Position(x.share, x.offset, y.share, y.offset);
    }

    private static Axis axis(String word, String css) {
        OptionalDouble percent = CssSyntax.number(word, "%");
        if (percent.isPresent()) {
            return new Axis(percent.getAsDouble() / 100, 0);
        }
        OptionalDouble pixels = CssSyntax.pixels(word);
        if (pixels.isPresent()) {
            return new Axis(0, pixels.getAsDouble());
        }
        return switch (word) {
            case "left", "top" -> new Axis(0, 0);
            case "center" -> new Axis(0.5, 0);
            case "right", "bottom" -> new Axis(1, 0);
            default -> throw noPosition(css);
        };
    }

    private static boolean isVertical(String word) {
        return word.equals("top") || word.equals("bottom");
    }

    private static boolean isHorizontal(String word) {
        return word.equals("left") || word.equals("right");
    }

    private static boolean isKeyword(String word) {
        return isVertical(word) || isHorizontal(word) || word.equals("center");
    }

    private static IllegalArgumentException noPosition(String css) {
        return new IllegalArgumentException(
                "\"" + css + "\" is no CSS position; words such as left top, or percentages and pixels, are right");
    }

    /** Where in a box something of no size lies, or how far something of the given free space is moved. */
    public double x(double freeWidth) {
        return shareX * freeWidth + offsetX;
    }

    /** The same vertically. */
    public double y(double freeHeight) {
        return shareY * freeHeight + offsetY;
    }
}
