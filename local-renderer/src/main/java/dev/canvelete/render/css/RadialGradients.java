package dev.canvelete.render.css;

import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Paint.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** CSS {@code radial-gradient()} (CSS Images Module Level 3, 3.2). */
final class RadialGradients {
    /** A radius of nothing is drawn as this. */
    private static final double LEAST_RADIUS = 1e-3;

    private RadialGradients() {}

    private record Radii(double x, double y) {}

    private enum Size {
        CLOSEST_SIDE,
        CLOSEST_CORNER,
        FARTHEST_SIDE,
        FARTHEST_CORNER
    }

    static Paint parse(String arguments, double x, double y, double width, double height) {
        List<String> parts = CssSyntax.byComma(arguments);
        String first = parts.get(0).strip().toLowerCase(Locale.ROOT);
        boolean shaped = isShape(first);
        String shape = shaped ? first : "";
        int at = (" " + shape).indexOf(" at ");
        Position center = at < 0 ? Position.CENTER : Position.parse(shape.substring(at + 2));
        double cx = center.x(width);
        double cy = center.y(height);
        Radii radii = radii(
                CssSyntax.bySpace(at < 0 ? shape : shape.substring(0, Math.max(0, at - 1))), cx, cy, width, height);
        double rx = Math.max(LEAST_RADIUS, radii.x);
        double ry = Math.max(LEAST_RADIUS, radii.y);
        List<Stop> stops = fromCentre(Stops.parse(shaped ? parts.subList(1, parts.size()) : parts, rx));
        double to = Math.max(1, stops.get(stops.size() - 1).offset());
        return new Paint.Radial(
                x + cx,
                y + cy,
                rx * to,
                ry * to,
                stops.stream().map(s -> new Stop(s.offset() / to, s.argb())).toList());
    }

    private static boolean isShape(String text) {
        String word = text.contains(" ") ? text.substring(0, text.indexOf(' ')) : text;
        return word.equals("circle")
                || word.equals("ellipse")
                || word.equals("at")
                || word.startsWith("closest-")
                || word.startsWith("farthest-")
                || CssSyntax.number(word, "px").isPresent()
                || CssSyntax.number(word, "%").isPresent();
    }

    private static Radii radii(List<String> words, double cx, double cy, double width, double height) {
        boolean circle = words.contains("circle");
        Size size = Size.FARTHEST_CORNER;
        List<Double> lengths = new ArrayList<>();
        for (String word : words) {
            OptionalDouble percent = CssSyntax.number(word, "%");
            OptionalDouble pixels = CssSyntax.number(word, "px");
            if (percent.isPresent()) {
                lengths.add(percent.getAsDouble() / 100 * (lengths.isEmpty() ? width : height));
            } else if (pixels.isPresent()) {
                lengths.add(pixels.getAsDouble());
            } else if (!word.equals("circle") && !word.equals("ellipse")) {
                size = size(word);
            }
        }
        if (!lengths.isEmpty()) {
            return new Radii(lengths.get(0), lengths.get(lengths.size() - 1));
        }
        double left = Math.abs(cx);
        double right = Math.abs(width - cx);
        double top = Math.abs(cy);
        double bottom = Math.abs(height - cy);
        boolean closest = size == Size.CLOSEST_SIDE || size == Size.CLOSEST_CORNER;
        double sideX = closest ? Math.min(left, right) : Math.max(left, right);
        double sideY = closest ? Math.min(top, bottom) : Math.max(top, bottom);
        if (size == Size.CLOSEST_SIDE || size == Size.FARTHEST_SIDE) {
            double side = closest ? Math.min(sideX, sideY) : Math.max(sideX, sideY);
            return circle ? new Radii(side, side) : new Radii(sideX, sideY);
        }
        double corner = Math.hypot(sideX, sideY);
        // An ellipse to a corner has the proportions of the one to the sides, so it is larger by the square root of 2.
        return circle ? new Radii(corner, corner) : new Radii(sideX * Math.sqrt(2), sideY * Math.sqrt(2));
    }

    private static Size size(String word) {
        return switch (word) {
            case "closest-side" -> Size.CLOSEST_SIDE;
            case "closest-corner" -> Size.CLOSEST_CORNER;
            case "farthest-side" -> Size.FARTHEST_SIDE;
            case "farthest-corner" -> Size.FARTHEST_CORNER;
            default ->
                throw new IllegalArgumentException(
                        "\"" + word
                                + "\" is no gradient shape; circle, ellipse, closest-side … farthest-corner, lengths, at are right");
        };
    }

    /** Stops before the centre are never seen: only the colour that they give the centre is kept. */
    private static List<Stop> fromCentre(List<Stop> stops) {
        List<Stop> kept = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            if (stop.offset() >= 0) {
                if (kept.isEmpty() && i > 0) {
                    Stop before = stops.get(i - 1);
                    double share = -before.offset() / (stop.offset() - before.offset());
                    kept.add(new Stop(0, Stops.between(before.argb(), stop.argb(), share)));
                }
                kept.add(stop);
            }
        }
        if (kept.isEmpty()) {
            kept.add(new Stop(0, stops.get(stops.size() - 1).argb()));
        }
        if (kept.size() == 1) {
            kept.add(new Stop(1, kept.get(0).argb()));
        }
        return kept;
    }
}
