package dev.canvelete.render.resolve.shape;

import dev.canvelete.api.design.PathData;
import dev.canvelete.api.design.Point;
import dev.canvelete.render.css.FieldException;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;

/** Paths in a box of a given size, its top left corner at the origin. */
final class Paths {
    private Paths() {}

    static Path2D polyline(List<Point> points, boolean closed) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (i == 0) {
                path.moveTo(point.x(), point.y());
            } else {
                path.lineTo(point.x(), point.y());
            }
        }
        if (closed && !points.isEmpty()) {
            path.closePath();
        }
        return path;
    }

    /** A polygon inscribed in the box's ellipse, its first vertex up. */
    static Path2D regular(int sides, double width, double height) {
        return spiked(sides, 1, width, height);
    }

    /** A star whose outer vertices lie on the box's ellipse, the first one up. */
    static Path2D star(int points, double innerRadius, double width, double height) {
        return spiked(2 * points, innerRadius, width, height);
    }

    private static Path2D spiked(int vertices, double odd, double width, double height) {
        Point[] points = new Point[vertices];
        for (int i = 0; i < vertices; i++) {
            double angle = -Math.PI / 2 + 2 * Math.PI * i / vertices;
            double radius = i % 2 == 1 ? odd : 1;
            points[i] =
                    new Point(width / 2 * (1 + radius * Math.cos(angle)), height / 2 * (1 + radius * Math.sin(angle)));
        }
        return polyline(Arrays.asList(points), true);
    }

    /** Path data, its view box stretched over the box. */
    static Path2D drawn(PathData data, double width, double height) {
        Path2D path = FieldException.reading("svgPath", () -> SvgPath.parse(data.d()));
        String viewBox = data.viewBox();
        if (viewBox == null) {
            return path;
        }
        double[] view = FieldException.reading("svgViewBox", () -> view(viewBox));
        AffineTransform stretch = AffineTransform.getScaleInstance(width / view[2], height / view[3]);
        stretch.translate(-view[0], -view[1]);
        return new Path2D.Double(path, stretch);
    }

    private static double[] view(String viewBox) {
        double[] view = numbers(viewBox);
        if (view.length != 4 || !(view[2] > 0) || !(view[3] > 0)) {
            throw new IllegalArgumentException("four numbers, x y width height, are right");
        }
        return view;
    }

    /** Numbers separated by spaces or commas. */
    static double[] numbers(String text) {
        try {
            return Arrays.stream(text.strip().split("[\\s,]+"))
                    .limit(1000)
                    .filter(s -> !s.isEmpty())
                    .mapToDouble(s -> Double.parseDouble(s.endsWith("px") ? s.substring(0, s.length() - 2) : s))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("numbers are right, not \"" + text + "\"", e);
        }
    }

    /** A curve: two points a line, three a quadratic, four a cubic, more a smooth curve through all of them. */
    static Path2D curve(List<Point> p) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        if (p.isEmpty()) {
            return path;
        }
        path.moveTo(p.get(0).x(), p.get(0).y());
        if (p.size() == 3) {
            path.quadTo(p.get(1).x(), p.get(1).y(), p.get(2).x(), p.get(2).y());
        } else if (p.size() == 4) {
            path.curveTo(
                    p.get(1).x(),
                    p.get(1).y(),
                    p.get(2).x(),
                    p.get(2).y(),
                    p.get(3).x(),
                    p.get(3).y());
        } else {
            smooth(path, p);
        }
        return path;
    }

    /** A Catmull-Rom spline as cubics: each handle is a sixth of the way between the neighbours. */
    private static void smooth(Path2D path, List<Point> p) {
        int last = p.size() - 1;
        for (int i = 0; i < last; i++) {
            Point before = p.get(Math.max(0, i - 1));
            Point from = p.get(i);
            Point to = p.get(i + 1);
            Point after = p.get(Math.min(last, i + 2));
            path.curveTo(
                    from.x() + (to.x() - before.x()) / 6,
                    from.y() + (to.y() - before.y()) / 6,
                    to.x() - (after.x() - from.x()) / 6,
                    to.y() - (after.y() - from.y()) / 6,
                    to.x(),
                    to.y());
        }
    }
}
