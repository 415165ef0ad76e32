package dev.canvelete.render.paint.svg;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Paths as path data (SVG 1.1, 8.3), in absolute commands. */
final class PathText {
    private PathText() {}

    static void write(Markup out, Path2D path, int decimals) {
        double[] p = new double[6];
        out.put(" d=\"");
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> points(out, "M", p, 1, decimals);
                case PathIterator.SEG_LINETO -> points(out, "L", p, 1, decimals);
                case PathIterator.SEG_QUADTO -> points(out, "Q", p, 2, decimals);
                case PathIterator.SEG_CUBICTO -> points(out, "C", p, 3, decimals);
                default -> out.put("Z");
            }
        }
        out.put("\"");
    }

    private static void points(Markup out, String command, double[] p, int count, int decimals) {
        out.put(command);
        for (int i = 0; i < count * 2; i++) {
            out.put(i == 0 ? "" : " ").number(p[i], decimals);
        }
    }
}
