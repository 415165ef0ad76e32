package dev.canvelete.render.paint.pdf;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Path construction operators (ISO 32000-2, 8.5.2). */
final class PathWriter {
    private PathWriter() {}

    static void write(PdfBuffer out, Path2D path, int decimals) {
        double[] p = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            int segment = at.currentSegment(p);
            switch (segment) {
                case PathIterator.SEG_MOVETO -> points(out, p, 1, decimals).operator("m");
                case PathIterator.SEG_LINETO -> points(out, p, 1, decimals).operator("l");
                case PathIterator.SEG_QUADTO -> {
                    raise(p, x, y);
                    points(out, p, 3, decimals).operator("c");
                }
                case PathIterator.SEG_CUBICTO -> points(out, p, 3, decimals).operator("c");
                default -> out.operator("h");
            }
            if (segment != PathIterator.SEG_CLOSE) {
                int last = segment == PathIterator.SEG_QUADTO || segment == PathIterator.SEG_CUBICTO ? 4 : 0;
                x = p[last];
                y = p[last + 1];
            }
        }
    }

    private static PdfBuffer points(PdfBuffer out, double[] p, int count, int decimals) {
        for (int i = 0; i < count * 2; i++) {
            out.number(p[i], decimals);
        }
        return out;
    }

    /** Makes a quadratic curve from (x, y) the cubic one that is the same. */
    private static void raise(double[] p, double x, double y) {
        double cx = p[0];
        double cy = p[1];
        p[4] = p[2];
        p[5] = p[3];
        p[2] = p[4] + (cx - p[4]) * 2 / 3;
        p[3] = p[5] + (cy - p[5]) * 2 / 3;
        p[0] = x + (cx - x) * 2 / 3;
        p[1] = y + (cy - y) * 2 / 3;
    }
}
