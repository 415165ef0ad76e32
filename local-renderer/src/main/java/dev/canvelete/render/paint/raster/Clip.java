package dev.canvelete.render.paint.raster;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Narrows a surface to a path. */
final class Clip {
    private Clip() {}

    /** The part of a surface that is inside a path; its area alone if the path is a rectangle of whole pixels. */
    static Surface narrow(Surface surface, Path2D path, AffineTransform toDevice, Rasterizer rasterizer) {
        Area bounds = Area.around(path.getBounds2D(), toDevice);
        Surface inside = surface.within(bounds);
        if (inside.area().isEmpty() || isWhole(path, toDevice)) {
            return inside;
        }
        Mask mask = Mask.blank(inside.area());
        rasterizer.fill(path, toDevice, mask.area(), mask);
        Mask outer = surface.clip();
        if (outer != null) {
            mask.multiply(outer);
        }
        return new Surface(inside.layer(), inside.area(), mask, inside.alpha());
    }

    /** Whether a path is one upright rectangle with corners at whole pixels. */
    private static boolean isWhole(Path2D path, AffineTransform toDevice) {
        double[] c = new double[6];
        double[] x = new double[5];
        double[] y = new double[5];
        int points = 0;
        for (PathIterator each = path.getPathIterator(toDevice); !each.isDone(); each.next()) {
            int kind = each.currentSegment(c);
            if (kind == PathIterator.SEG_CLOSE) {
                continue;
            }
            if (points == 5 || kind != (points == 0 ? PathIterator.SEG_MOVETO : PathIterator.SEG_LINETO)) {
                return false;
            }
            x[points] = c[0];
            y[points++] = c[1];
        }
        if (points < 4 || points == 5 && (x[4] != x[0] || y[4] != y[0])) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            int next = i + 1 & 3;
            boolean acrossThenDown = i % 2 == 0 == (y[0] == y[1]);
            boolean straight = acrossThenDown ? y[i] == y[next] : x[i] == x[next];
            if (!straight || x[i] != Math.rint(x[i]) || y[i] != Math.rint(y[i])) {
                return false;
            }
        }
        return true;
    }
}
