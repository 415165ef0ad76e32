package dev.canvelete.render.paint.raster;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * The edges of a path in device space, as straight lines in fixed-point numbers. Curves are cut into lines that stay
 * within a twentieth of a pixel of them, by a rule that depends on the curve alone, so that a path has the same edges
 * whatever part of it is painted.
 */
final class Edges {
    /** Bits of a coordinate behind the point. */
    static final int BITS = 10;

    static final int ONE = 1 << BITS;

    /** Coordinates are held within this, in pixels, so that differences of fixed-point numbers fit an int. */
    private static final double FAR = 1 << 18;

    private static final double TOLERANCE = 0.05;
    private static final int MOST_LINES = 1000;

    /** Four numbers an edge: x0, y0, x1, y1. */
    private int[] lines = new int[256];

    private int length;
    private Area clip = Area.NONE;

    /** Forgets all edges; further ones that cannot touch the clip are dropped. */
    void reset(Area newClip) {
        clip = newClip;
        length = 0;
    }

    int[] lines() {
        return lines;
    }

    int length() {
        return length;
    }

    /** Adds the edges of a path, closing its open contours. Returns false, with no edges, if a coordinate is no number. */
    boolean add(Path2D path, AffineTransform transform) {
        double[] c = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (PathIterator each = path.getPathIterator(transform); !each.isDone(); each.next()) {
            int kind = each.currentSegment(c);
            int numbers = kind == PathIterator.SEG_CLOSE
                    ? 0
                    : kind == PathIterator.SEG_CUBICTO ? 6 : kind == PathIterator.SEG_QUADTO ? 4 : 2;
            if (!finite(c, numbers)) {
                length = 0;
                return false;
            }
            switch (kind) {
                case PathIterator.SEG_LINETO -> line(x, y, c[0], c[1]);
                case PathIterator.SEG_QUADTO -> quadratic(x, y, c);
                case PathIterator.SEG_CUBICTO -> cubic(x, y, c);
                default -> line(x, y, startX, startY);
            }
            x = numbers == 0 ? startX : c[numbers - 2];
            y = numbers == 0 ? startY : c[numbers - 1];
            if (kind == PathIterator.SEG_MOVETO) {
                startX = x;
                startY = y;
            }
        }
        line(x, y, startX, startY);
        return true;
    }

    private static boolean finite(double[] numbers, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += numbers[i] * 0;
        }
        return sum == 0;
    }

    private void quadratic(double x0, double y0, double[] c) {
        double bend = Math.max(Math.abs(x0 - 2 * c[0] + c[2]), Math.abs(y0 - 2 * c[1] + c[3]));
        int n = misses(min(y0, c[1], c[3]), max(y0, c[1], c[3]), min(x0, c[0], c[2]), max(x0, c[0], c[2]))
                ? 1
                : pieces(bend / 4);
        double x = x0;
        double y = y0;
        for (int i = 1; i <= n; i++) {
            double t = (double) i / n;
            double s = 1 - t;
            double nextX = i == n ? c[2] : s * s * x0 + 2 * s * t * c[0] + t * t * c[2];
            double nextY = i == n ? c[3] : s * s * y0 + 2 * s * t * c[1] + t * t * c[3];
            line(x, y, nextX, nextY);
            x = nextX;
            y = nextY;
        }
    }

    private void cubic(double x0, double y0, double[] c) {
        double bendX = Math.max(Math.abs(x0 - 2 * c[0] + c[2]), Math.abs(c[0] - 2 * c[2] + c[4]));
        double bendY = Math.max(Math.abs(y0 - 2 * c[1] + c[3]), Math.abs(c[1] - 2 * c[3] + c[5]));
        double top = Math.min(y0, min(c[1], c[3], c[5]));
        double bottom = Math.max(y0, max(c[1], c[3], c[5]));
        double left = Math.min(x0, min(c[0], c[2], c[4]));
        double right = Math.max(x0, max(c[0], c[2], c[4]));
        int n = misses(top, bottom, left, right) ? 1 : pieces(Math.max(bendX, bendY) * 0.75);
        double x = x0;
        double y = y0;
        for (int i = 1; i <= n; i++) {
            double t = (double) i / n;
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double d = 3 * s * t * t;
            double e = t * t * t;
            double nextX = i == n ? c[4] : a * x0 + b * c[0] + d * c[2] + e * c[4];
            double nextY = i == n ? c[5] : a * y0 + b * c[1] + d * c[3] + e * c[5];
            line(x, y, nextX, nextY);
            x = nextX;
            y = nextY;
        }
    }

    /** Wang's formula: how many lines hold a curve, whose middle is {@code bend} away from its chord, to the tolerance. */
    private static int pieces(double bend) {
        return (int) Math.max(1, Math.min(MOST_LINES, Math.ceil(Math.sqrt(bend / TOLERANCE))));
    }

    /** Whether a curve is not seen: what it adds up to on its right is then what its chord adds up to. */
    private boolean misses(double top, double bottom, double left, double right) {
        return bottom < clip.top() - 1 || top > clip.bottom() + 1 || right < clip.left() - 1 || left > clip.right() + 1;
    }

    private static double min(double a, double b, double c) {
        return Math.min(a, Math.min(b, c));
    }

    private static double max(double a, double b, double c) {
        return Math.max(a, Math.max(b, c));
    }

    private void line(double x0, double y0, double x1, double y1) {
        int fromX = fixed(x0);
        int fromY = fixed(y0);
        int toX = fixed(x1);
        int toY = fixed(y1);
        if (fromY == toY
                || Math.max(fromY, toY) <= clip.top() << BITS
                || Math.min(fromY, toY) >= clip.bottom() << BITS
                || Math.min(fromX, toX) >= clip.right() << BITS) {
            return;
        }
        if (length == lines.length) {
            lines = Arrays.copyOf(lines, Math.multiplyExact(length, 2));
        }
        lines[length++] = fromX;
        lines[length++] = fromY;
        lines[length++] = toX;
        lines[length++] = toY;
    }

    private static int fixed(double value) {
        return (int) Math.rint(Math.max(-FAR, Math.min(FAR, value)) * ONE);
    }
}
