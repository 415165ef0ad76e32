package dev.canvelete.render.css;

import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Paint.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** CSS {@code linear-gradient()} (CSS Images Module Level 3, 3.1). */
final class LinearGradients {
    private LinearGradients() {}

    /** Half the gradient line: from the box's centre to where offset 1 lies. */
    private record Half(double x, double y) {}

    static Paint parse(String arguments, double x, double y, double width, double height) {
        List<String> parts = CssSyntax.byComma(arguments);
        String first = parts.get(0).strip().toLowerCase(Locale.ROOT);
        boolean directed = first.startsWith("to ") || Angles.degrees(first).isPresent();
        Half half = directed ? half(first, width, height) : new Half(0, height / 2);
        List<Stop> stops =
                Stops.parse(directed ? parts.subList(1, parts.size()) : parts, 2 * Math.hypot(half.x, half.y));
        double centerX = x + width / 2;
        double centerY = y + height / 2;
        // The paint's offsets run from 0 to 1, so the line is cut or drawn out to where the stops are.
        double from = Math.min(0, stops.get(0).offset());
        double to = Math.max(1, stops.get(stops.size() - 1).offset());
        List<Stop> scaled = new ArrayList<>(stops.size());
        for (Stop stop : stops) {
            scaled.add(new Stop((stop.offset() - from) / (to - from), stop.argb()));
        }
        return new Paint.Linear(
                centerX + half.x * (2 * from - 1),
                centerY + half.y * (2 * from - 1),
                centerX + half.x * (2 * to - 1),
                centerY + half.y * (2 * to - 1),
                scaled);
    }

    private static Half half(String direction, double width, double height) {
        if (!direction.startsWith("to ")) {
            double radians = Math.toRadians(Angles.degrees(direction).orElseThrow());
            double sin = Math.sin(radians);
            double cos = Math.cos(radians);
            double length = (Math.abs(width * sin) + Math.abs(height * cos)) / 2;
            return new Half(sin * length, -cos * length);
        }
        int right = 0;
        int down = 0;
        for (String side : CssSyntax.bySpace(direction.substring("to ".length()))) {
            switch (side) {
                case "left" -> right = -1;
                case "right" -> right = 1;
                case "top" -> down = -1;
                case "bottom" -> down = 1;
                default ->
                    throw new IllegalArgumentException("\"" + direction
                            + "\" is no gradient direction; an angle, or to and sides such as to right top, is right");
            }
        }
        if (right == 0 || down == 0) {
            return new Half(right * width / 2, down * height / 2);
        }
        // Towards a corner, the other two corners have the middle's colour: the line is at right angles to their
        // diagonal.
        double square = width * width + height * height;
        double scale = square > 0 ? width * height / square : 0;
        return new Half(right * height * scale, down * width * scale);
    }
}
