package dev.canvelete.render.resolve.shape;

import dev.canvelete.api.design.Corners;
import java.awt.geom.Path2D;

/**
 * A rectangle with elliptic corners (CSS Backgrounds and Borders Module Level 3, chapter 5), in pixels.
 *
 * @param radii horizontal and vertical radius of the top left, top right, bottom right and bottom left corner
 */
@SuppressWarnings("ArrayRecordComponent") // Eight numbers that never leave this package.
record RoundedBox(double x, double y, double width, double height, double[] radii) {
    /** How far a cubic's handle reaches to draw a quarter of a circle of radius 1. */
    private static final double QUARTER = 0.5522847498307936;

    /** A box with these corners, shrunk together when they do not fit. */
    static RoundedBox of(double x, double y, double width, double height, Corners corners) {
        double[] radii = {
            corners.topLeft(), corners.topLeft(), corners.topRight(), corners.topRight(),
            corners.bottomRight(), corners.bottomRight(), corners.bottomLeft(), corners.bottomLeft()
        };
        return new RoundedBox(x, y, width, height, radii).fitted();
    }

    /** A box whose corners are quarters of its ellipse. */
    static RoundedBox ellipse(double x, double y, double width, double height) {
        double[] radii = new double[8];
        for (int i = 0; i < 8; i++) {
            radii[i] = (i % 2 == 0 ? width : height) / 2;
        }
        return new RoundedBox(x, y, width, height, radii);
    }

    private RoundedBox fitted() {
        double fit = Math.min(
                Math.min(share(width, radii[0] + radii[2]), share(width, radii[4] + radii[6])),
                Math.min(share(height, radii[1] + radii[7]), share(height, radii[3] + radii[5])));
        if (fit >= 1) {
            return this;
        }
        double[] shrunk = new double[8];
        for (int i = 0; i < 8; i++) {
            shrunk[i] = radii[i] * fit;
        }
        return new RoundedBox(x, y, width, height, shrunk);
    }

    private static double share(double side, double sum) {
        return sum > side ? side / sum : 1;
    }

    /** The box whose edge runs inside this one's at a distance; its corners stay concentric. */
    RoundedBox inset(double by) {
        double[] inner = new double[8];
        for (int i = 0; i < 8; i++) {
            inner[i] = Math.max(0, radii[i] - by);
        }
        return new RoundedBox(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by), inner);
    }

    /** The box of a shadow spread by a distance: sharp corners stay sharp (CSS Backgrounds, 6.1.1). */
    RoundedBox spread(double by) {
        if (by <= 0) {
            return inset(-by);
        }
        double[] outer = new double[8];
        for (int i = 0; i < 8; i++) {
            double ratio = Math.min(1, radii[i] / by);
            outer[i] = radii[i] == 0 ? 0 : radii[i] + by * (1 + Math.pow(ratio - 1, 3));
        }
        return new RoundedBox(x - by, y - by, width + 2 * by, height + 2 * by, outer).fitted();
    }

    RoundedBox moved(double dx, double dy) {
        return new RoundedBox(x + dx, y + dy, width, height, radii);
    }

    boolean sharp() {
        for (double radius : radii) {
            if (radius > 0) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    Path2D path() {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        appendTo(path);
        return path;
    }

    /** The area between this box and one inside it. */
    Path2D ring(RoundedBox inner) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        appendTo(path);
        if (!inner.isEmpty()) {
            inner.appendTo(path);
        }
        return path;
    }

    /** Draws the outline, clockwise from the top left corner's end. */
    private void appendTo(Path2D path) {
        double right = x + width;
        double bottom = y + height;
        if (sharp()) {
            path.moveTo(x, y);
            path.lineTo(right, y);
            path.lineTo(right, bottom);
            path.lineTo(x, bottom);
            path.closePath();
            return;
        }
        double k = 1 - QUARTER;
        path.moveTo(x + radii[0], y);
        path.lineTo(right - radii[2], y);
        path.curveTo(right - k * radii[2], y, right, y + k * radii[3], right, y + radii[3]);
        path.lineTo(right, bottom - radii[5]);
        path.curveTo(right, bottom - k * radii[5], right - k * radii[4], bottom, right - radii[4], bottom);
        path.lineTo(x + radii[6], bottom);
        path.curveTo(x + k * radii[6], bottom, x, bottom - k * radii[7], x, bottom - radii[7]);
        path.lineTo(x, y + radii[1]);
        path.curveTo(x, y + k * radii[1], x + k * radii[0], y, x + radii[0], y);
        path.closePath();
    }
}
