package dev.canvelete.render.resolve.text;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where letters cross a horizontal band. */
final class Crossings {
    private static final double FLATNESS = 0.1;

    private Crossings() {}

    /** From where to where each glyph is inside the band, sorted from left to right; they may overlap. */
    static List<double[]> of(PlacedLine line, double size, double top, double bottom) {
        List<double[]> crossings = new ArrayList<>();
        for (PlacedRun run : line.runs()) {
            for (int i = 0; i < run.glyphs().length; i++) {
                Path2D outline = run.outline(size, i);
                if (outline.getBounds2D().getMaxY() > top
                        && outline.getBounds2D().getMinY() < bottom) {
                    double[] reach = reach(outline, top, bottom);
                    if (reach[0] < reach[1]) {
                        crossings.add(reach);
                    }
                }
            }
        }
        crossings.sort(Comparator.comparingDouble(crossing -> crossing[0]));
        return crossings;
    }

    private static double[] reach(Path2D outline, double top, double bottom) {
        double[] reach = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator i = new FlatteningPathIterator(outline.getPathIterator(null), FLATNESS);
                !i.isDone();
                i.next()) {
            int kind = i.currentSegment(at);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = at[0];
                startY = at[1];
            } else {
                double toX = kind == PathIterator.SEG_CLOSE ? startX : at[0];
                double toY = kind == PathIterator.SEG_CLOSE ? startY : at[1];
                include(reach, x, y, toX, toY, top, bottom);
                at[0] = toX;
                at[1] = toY;
            }
            x = at[0];
            y = at[1];
        }
        return reach;
    }

    /** Widens the reach by the part of a line that lies in the band. */
    private static void include(double[] reach, double x0, double y0, double x1, double y1, double top, double bottom) {
        if (Math.max(y0, y1) <= top || Math.min(y0, y1) >= bottom) {
            return;
        }
        double from = y0 == y1 ? 0 : Math.clamp(((y0 < y1 ? top : bottom) - y0) / (y1 - y0), 0, 1);
        double to = y0 == y1 ? 1 : Math.clamp(((y0 < y1 ? bottom : top) - y0) / (y1 - y0), 0, 1);
        double a = x0 + from * (x1 - x0);
        double b = x0 + to * (x1 - x0);
        reach[0] = Math.min(reach[0], Math.min(a, b));
        reach[1] = Math.max(reach[1], Math.max(a, b));
    }
}
