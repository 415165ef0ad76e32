package dev.canvelete.render.paint.raster;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.function.Consumer;

/** Cuts the contours of a path into straight pieces, so finely that curves beside them stay smooth as well. */
final class Contours {
    private static final int MOST_LINES = 1000;

    private final double tolerance;

    /** How many pieces a curve has at least, that it may turn by half a circle. */
    private final int fewest;

    private final Polyline line = new Polyline();

    /** Whether the contour has more than its first point, even if at the same place. */
    private boolean drawn;

    /**
     * @param reach how far beside the contours curves are drawn along them
     * @param tolerance how far from the exact curve a piece may lie
     */
    Contours(double reach, double tolerance) {
        this.tolerance = tolerance;
        double turn = Math.sqrt(8 * tolerance / Math.max(reach, tolerance));
        fewest = (int) Math.min(MOST_LINES, Math.ceil(Math.PI / turn));
    }

    /** Passes on each contour in turn, in an object that is used again for the next. None if a number is not finite. */
    void each(Path2D path, Consumer<Polyline> out) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
            int kind = each.currentSegment(c);
            drawn |= kind != PathIterator.SEG_MOVETO;
            switch (kind) {
                case PathIterator.SEG_MOVETO -> {
                    end(out);
                    line.add(c[0], c[1]);
                }
                case PathIterator.SEG_LINETO -> line.add(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> {
                    double[] cubic = {
                        (x + 2 * c[0]) / 3, (y + 2 * c[1]) / 3, (2 * c[0] + c[2]) / 3, (2 * c[1] + c[3]) / 3, c[2], c[3]
                    };
                    curve(x, y, cubic);
                }
                case PathIterator.SEG_CUBICTO -> curve(x, y, c);
                default -> {
                    c[0] = line.x(0);
                    c[1] = line.y(0);
                    line.close();
                    end(out);
                    line.add(c[0], c[1]);
                }
            }
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            x = c[last];
            y = c[last + 1];
        }
        end(out);
    }

    private void end(Consumer<Polyline> out) {
        if (drawn && Double.isFinite(line.length())) {
            out.accept(line);
        }
        drawn = false;
        line.clear();
    }

    private void curve(double x0, double y0, double[] c) {
        double bendX = Math.max(Math.abs(x0 - 2 * c[0] + c[2]), Math.abs(c[0] - 2 * c[2] + c[4]));
        double bendY = Math.max(Math.abs(y0 - 2 * c[1] + c[3]), Math.abs(c[1] - 2 * c[3] + c[5]));
        double wanted = Math.ceil(Math.sqrt(Math.max(bendX, bendY) * 0.75 / tolerance));
        int n = (int) Math.max(fewest, Math.min(MOST_LINES, wanted));
        for (int i = 1; i < n; i++) {
            double t = (double) i / n;
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double d = 3 * s * t * t;
            double e = t * t * t;
            line.add(a * x0 + b * c[0] + d * c[2] + e * c[4], a * y0 + b * c[1] + d * c[3] + e * c[5]);
        }
        line.add(c[4], c[5]);
    }
}
