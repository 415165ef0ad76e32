package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * Turns lines into the areas that they cover: paths for the non-zero rule that wind around what they cover in one sense,
 * so that a line which crosses itself has no holes.
 */
final class Stroker {
    /** How far control points lie along the tangent of a quarter of a circle. */
    private static final double ARC = 0.5522847498;

    /** The cosine of half the turn from which on a miter would be longer than its limit, squared. */
    private static final double SHARPEST = 1 / (Stroke.MITER_LIMIT * Stroke.MITER_LIMIT);

    /** How far curves may lie from the exact ones, in pixels. */
    private static final double TOLERANCE = 0.05;

    private final Path2D.Double out = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final double half;
    private final Stroke.Cap cap;

    /** Of each piece of the line at hand: its direction and length. */
    private double[] dx = new double[64];

    private double[] dy = new double[64];
    private double[] lengths = new double[64];

    /** Whether the outline at hand has its first point. */
    private boolean begun;

    private Stroker(double width, Stroke.Cap cap) {
        this.half = width / 2;
        this.cap = cap;
    }

    /**
     * The area that a line covers, before the transform; nothing if its width is not finite, nor for contours with a
     * number that is not.
     */
    static Path2D outline(Stroke stroke, AffineTransform toDevice) {
        double scale = Math.max(
                Math.hypot(toDevice.getScaleX(), toDevice.getShearY()),
                Math.hypot(toDevice.getShearX(), toDevice.getScaleY()));
        Stroker stroker = new Stroker(stroke.width(), stroke.cap());
        if (stroke.width() > 0 && Double.isFinite(stroke.width()) && scale > 0) {
            Dashes dashes = new Dashes(stroke.dashes(), stroke.dashOffset());
            new Contours(stroker.half, TOLERANCE / scale)
                    .each(stroke.path(), line -> dashes.each(line, stroker::outline));
        }
        return stroker.out;
    }

    /** The area within half a width of the contours of a path. */
    static Path2D band(Path2D path, double width, double tolerance) {
        Stroker stroker = new Stroker(width, Stroke.Cap.BUTT);
        new Contours(stroker.half, tolerance).each(path, line -> {
            line.close();
            stroker.outline(line);
        });
        return stroker.out;
    }

    private void outline(Polyline line) {
        direct(line);
        int pieces = Math.max(1, line.pieces());
        boolean ring = line.closed() && line.size() > 1;
        if (ring) {
            join(line, 0, pieces - 1, 0, 1);
        }
        for (int i = 1; i < pieces; i++) {
            join(line, i, i - 1, i, 1);
        }
        if (ring) {
            finish();
        } else {
            cap(line, line.size() - 1, pieces - 1, 1);
        }
        for (int i = pieces - 1; i > 0; i--) {
            join(line, i, i, i - 1, -1);
        }
        if (ring) {
            join(line, 0, 0, pieces - 1, -1);
        } else {
            cap(line, 0, 0, -1);
        }
        finish();
    }

    /** Finds the direction and length of each piece; a single point is taken to go right. */
    private void direct(Polyline line) {
        int pieces = line.pieces();
        if (lengths.length < Math.max(1, pieces)) {
            dx = new double[2 * pieces + 1];
            dy = new double[2 * pieces + 1];
            lengths = new double[2 * pieces + 1];
        }
        dx[0] = 1;
        dy[0] = 0;
        lengths[0] = 0;
        for (int i = 0; i < (line.size() == 1 ? 0 : pieces); i++) {
            lengths[i] = line.length(i);
            dx[i] = (line.x(i + 1) - line.x(i)) / lengths[i];
            dy[i] = (line.y(i + 1) - line.y(i)) / lengths[i];
        }
    }

    /**
     * Goes around a point, on the left of the way.
     *
     * @param way 1 to go along the line, -1 to come back
     */
    private void join(Polyline line, int point, int from, int to, int way) {
        double x = line.x(point);
        double y = line.y(point);
        double ux = dx[from] * way;
        double uy = dy[from] * way;
        double vx = dx[to] * way;
        double vy = dy[to] * way;
        double leftwards = ux * vy - uy * vx;
        double straight = 1 + ux * vx + uy * vy;
        boolean meets = leftwards > 0
                ? half * leftwards < straight * Math.min(lengths[from], lengths[to]) / 2
                : straight / 2 >= SHARPEST;
        if (meets) {
            point(x - (uy + vy) * half / straight, y + (ux + vx) * half / straight);
            return;
        }
        point(x - uy * half, y + ux * half);
        if (leftwards > 0) {
            point(x, y);
        }
        point(x - vy * half, y + vx * half);
    }

    /** Goes around an end, from the left of the line to its right. */
    private void cap(Polyline line, int end, int piece, int way) {
        double x = line.x(end);
        double y = line.y(end);
        double ux = dx[piece] * way * half;
        double uy = dy[piece] * way * half;
        switch (cap) {
            case BUTT -> {
                point(x - uy, y + ux);
                point(x + uy, y - ux);
            }
            case SQUARE -> {
                point(x - uy + ux, y + ux + uy);
                point(x + uy + ux, y - ux + uy);
            }
            case ROUND -> {
                point(x - uy, y + ux);
                quarter(x, y, -uy, ux, ux, uy);
                quarter(x, y, ux, uy, uy, -ux);
            }
        }
    }

    /** A quarter of a circle about (x, y), from one radius to another. */
    private void quarter(double x, double y, double fromX, double fromY, double toX, double toY) {
        out.curveTo(
                x + fromX + toX * ARC,
                y + fromY + toY * ARC,
                x + toX + fromX * ARC,
                y + toY + fromY * ARC,
                x + toX,
                y + toY);
    }

    private void point(double x, double y) {
        if (begun) {
            out.lineTo(x, y);
        } else {
            out.moveTo(x, y);
            begun = true;
        }
    }

    private void finish() {
        out.closePath();
        begun = false;
    }
}
