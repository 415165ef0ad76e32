package dev.canvelete.render.paint.font;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Makes contours of a path: closed ones, of lines and curves of the second degree. */
final class PathContours {
    /** How far a curve may be off, in font units. */
    private static final double TOLERANCE = 1 / 3.0;

    private static final int MOST_PIECES = 16;

    private final Contours contours = new Contours();
    private int start;
    private double x;
    private double y;

    void add(Path2D path) {
        double[] p = new double[6];
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> {
                    close();
                    on(p[0], p[1]);
                }
                case PathIterator.SEG_LINETO -> on(p[0], p[1]);
                case PathIterator.SEG_QUADTO -> quadratic(p[0], p[1], p[2], p[3]);
                case PathIterator.SEG_CUBICTO -> cubic(p);
                default -> close();
            }
        }
        close();
    }

    Contours done() {
        return contours;
    }

    private void on(double px, double py) {
        contours.point((int) Math.rint(px), (int) Math.rint(py), true);
        x = px;
        y = py;
    }

    private void quadratic(double cx, double cy, double px, double py) {
        contours.point((int) Math.rint(cx), (int) Math.rint(cy), false);
        on(px, py);
    }

    /** In as many pieces as it takes: the error of one falls with the third power of their number. */
    private void cubic(double[] p) {
        double x0 = x;
        double y0 = y;
        double dx = p[4] - 3 * p[2] + 3 * p[0] - x0;
        double dy = p[5] - 3 * p[3] + 3 * p[1] - y0;
        double error = Math.hypot(dx, dy) * Math.sqrt(3) / 36;
        int pieces = (int) Math.clamp(Math.ceil(Math.cbrt(error / TOLERANCE)), 1, MOST_PIECES);
        double length = 1.0 / pieces;
        for (int i = 0; i < pieces; i++) {
            double from = i * length;
            double to = (i + 1) * length;
            // Where the tangents at both ends meet, on the average: half a piece along each.
            double cx = (at(x0, p, 0, from) + at(x0, p, 0, to)) / 2
                    + (slope(x0, p, 0, from) - slope(x0, p, 0, to)) * length / 4;
            double cy = (at(y0, p, 1, from) + at(y0, p, 1, to)) / 2
                    + (slope(y0, p, 1, from) - slope(y0, p, 1, to)) * length / 4;
            quadratic(cx, cy, at(x0, p, 0, to), at(y0, p, 1, to));
        }
    }

    private static double at(double first, double[] p, int axis, double t) {
        double u = 1 - t;
        return u * u * u * first + 3 * u * u * t * p[axis] + 3 * u * t * t * p[axis + 2] + t * t * t * p[axis + 4];
    }

    private static double slope(double first, double[] p, int axis, double t) {
        double u = 1 - t;
        return 3 * u * u * (p[axis] - first)
                + 6 * u * t * (p[axis + 2] - p[axis])
                + 3 * t * t * (p[axis + 4] - p[axis + 2]);
    }

    private void close() {
        int count = contours.points() - start;
        if (count > 0) {
            contours.end(contours.points() - 1);
        }
        start = contours.points();
    }
}
