package dev.canvelete.render.resolve.shape;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Locale;

/** Reads SVG path data (SVG 2, chapter 9.3). */
final class SvgPath {
    /** Longer path data than any drawing has; beyond it reading is refused. */
    private static final int LONGEST = 500_000;

    /** How far a cubic's handles reach for a quarter of a circle. */
    private static final double MOST_ARC = Math.PI / 2;

    private final String data;
    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private int at;
    private double x;
    private double y;
    private double startX;
    private double startY;
    /** The last control point, which smooth curves mirror; the current point when there is none. */
    private double controlX;

    private double controlY;
    private char previous = ' ';

    private SvgPath(String data) {
        this.data = data;
    }

    /**
     * The path that the data describes.
     *
     * @throws IllegalArgumentException naming the character at which the data goes wrong
     */
    static Path2D parse(String data) {
        if (data.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "path data of " + data.length() + " characters; at most " + LONGEST + " are drawn");
        }
        SvgPath reader = new SvgPath(data);
        reader.read();
        return reader.path;
    }

    private void read() {
        skipSpace();
        while (at < data.length()) {
            char command = data.charAt(at++);
            if ("MmZzLlHhVvCcSsQqTtAa".indexOf(command) < 0) {
                throw wrong("a command letter", at - 1);
            }
            if (previous == ' ' && Character.toUpperCase(command) != 'M') {
                throw wrong("M at the beginning", at - 1);
            }
            do {
                apply(command);
                previous = Character.toUpperCase(command);
                // Further pairs after a move are lines.
                command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
                skipSpace();
            } while (Character.toUpperCase(command) != 'Z' && numberFollows());
        }
    }

    private void apply(char command) {
        boolean relative = Character.isLowerCase(command);
        double fromX = relative ? x : 0;
        double fromY = relative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                moveTo(fromX + number(), fromY + number());
                path.moveTo(x, y);
                startX = x;
                startY = y;
            }
            case 'L' -> lineTo(fromX + number(), fromY + number());
            case 'H' -> lineTo(fromX + number(), y);
            case 'V' -> lineTo(x, fromY + number());
            case 'C' -> cubicTo(fromX + number(), fromY + number(), fromX, fromY);
            case 'S' -> {
                boolean smooth = previous == 'C' || previous == 'S';
                cubicTo(smooth ? 2 * x - controlX : x, smooth ? 2 * y - controlY : y, fromX, fromY);
            }
            case 'Q' -> quadraticTo(fromX + number(), fromY + number(), fromX, fromY);
            case 'T' -> {
                boolean smooth = previous == 'Q' || previous == 'T';
                quadraticTo(smooth ? 2 * x - controlX : x, smooth ? 2 * y - controlY : y, fromX, fromY);
            }
            case 'A' -> {
                double rx = number();
                double ry = number();
                double rotation = number();
                boolean large = flag();
                boolean sweep = flag();
                arcTo(
                        Math.abs(rx),
                        Math.abs(ry),
                        Math.toRadians(rotation),
                        large,
                        sweep,
                        fromX + number(),
                        fromY + number());
            }
            default -> {
                path.closePath();
                moveTo(startX, startY);
            }
        }
    }

    private void moveTo(double toX, double toY) {
        x = toX;
        y = toY;
        controlX = toX;
        controlY = toY;
    }

    private void lineTo(double toX, double toY) {
        path.lineTo(toX, toY);
        moveTo(toX, toY);
    }

    private void cubicTo(double x1, double y1, double fromX, double fromY) {
        double x2 = fromX + number();
        double y2 = fromY + number();
        double toX = fromX + number();
        double toY = fromY + number();
        path.curveTo(x1, y1, x2, y2, toX, toY);
        moveTo(toX, toY);
        controlX = x2;
        controlY = y2;
    }

    private void quadraticTo(double x1, double y1, double fromX, double fromY) {
        double toX = fromX + number();
        double toY = fromY + number();
        path.quadTo(x1, y1, toX, toY);
        moveTo(toX, toY);
        controlX = x1;
        controlY = y1;
    }

    /** An elliptical arc, by SVG 2 appendix B.2.4's conversion to a centre, in cubics of a quarter turn at most. */
    private void arcTo(double rx, double ry, double phi, boolean large, boolean sweep, double toX, double toY) {
        if (rx == 0 || ry == 0) {
            lineTo(toX, toY);
            return;
        }
        if (x == toX && y == toY) {
            return;
        }
        double cos = Math.cos(phi);
        double sin = Math.sin(phi);
        double halfX = (x - toX) / 2;
        double halfY = (y - toY) / 2;
        double px = cos * halfX + sin * halfY;
        double py = -sin * halfX + cos * halfY;
        double grow = Math.sqrt(Math.max(1, px * px / (rx * rx) + py * py / (ry * ry)));
        double a = rx * grow;
        double b = ry * grow;
        double below = a * a * py * py + b * b * px * px;
        double root = Math.sqrt(Math.max(0, (a * a * b * b - below) / below)) * (large == sweep ? -1 : 1);
        double cx = root * a * py / b;
        double cy = -root * b * px / a;
        double start = Math.atan2((py - cy) / b, (px - cx) / a);
        double turn = Math.atan2((-py - cy) / b, (-px - cx) / a) - start;
        if (sweep && turn < 0) {
            turn += 2 * Math.PI;
        } else if (!sweep && turn > 0) {
            turn -= 2 * Math.PI;
        }
        AffineTransform place = new AffineTransform(
                cos, sin, -sin, cos, cos * cx - sin * cy + (x + toX) / 2, sin * cx + cos * cy + (y + toY) / 2);
        place.scale(a, b);
        arc(place, start, turn);
        moveTo(toX, toY);
    }

    private void arc(AffineTransform place, double start, double turn) {
        int pieces = (int) Math.max(1, Math.ceil(Math.abs(turn) / MOST_ARC - 1e-9));
        double step = turn / pieces;
        double handle = 4.0 / 3 * Math.tan(step / 4);
        for (int i = 0; i < pieces; i++) {
            double from = start + i * step;
            double to = from + step;
            double[] points = {
                Math.cos(from) - handle * Math.sin(from),
                Math.sin(from) + handle * Math.cos(from),
                Math.cos(to) + handle * Math.sin(to),
                Math.sin(to) - handle * Math.cos(to),
                Math.cos(to),
                Math.sin(to)
            };
            place.transform(points, 0, points, 0, 3);
            path.curveTo(points[0], points[1], points[2], points[3], points[4], points[5]);
        }
    }

    private void skipSpace() {
        while (at < data.length() && (Character.isWhitespace(data.charAt(at)) || data.charAt(at) == ',')) {
            at++;
        }
    }

    private boolean numberFollows() {
        return at < data.length() && "+-.0123456789".indexOf(data.charAt(at)) >= 0;
    }

    private boolean flag() {
        skipSpace();
        if (at < data.length() && (data.charAt(at) == '0' || data.charAt(at) == '1')) {
            return data.charAt(at++) == '1';
        }
        throw wrong("a flag, 0 or 1,", at);
    }

    private double number() {
        skipSpace();
        int start = at;
        if (at < data.length() && (data.charAt(at) == '+' || data.charAt(at) == '-')) {
            at++;
        }
        int digits = skipDigits();
        if (at < data.length() && data.charAt(at) == '.') {
            at++;
            digits += skipDigits();
        }
        if (digits == 0) {
            throw wrong("a number", start);
        }
        int mantissaEnd = at;
        if (at < data.length() && Character.toLowerCase(data.charAt(at)) == 'e') {
            at++;
            if (at < data.length() && (data.charAt(at) == '+' || data.charAt(at) == '-')) {
                at++;
            }
            at = skipDigits() == 0 ? mantissaEnd : at;
        }
        double number = Double.parseDouble(data.substring(start, at));
        if (!(Math.abs(number) <= 1e7)) {
            throw wrong("a number of ten millions at most", start);
        }
        return number;
    }

    private int skipDigits() {
        int start = at;
        while (at < data.length() && data.charAt(at) >= '0' && data.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    private IllegalArgumentException wrong(String wanted, int position) {
        String found = position < data.length() ? "\"" + data.charAt(position) + "\"" : "the end";
        return new IllegalArgumentException(String.format(
                Locale.ROOT, "path data: %s is right at character %d, not %s", wanted, position + 1, found));
    }
}
