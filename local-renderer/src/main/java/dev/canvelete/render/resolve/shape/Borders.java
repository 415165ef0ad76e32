package dev.canvelete.render.resolve.shape;

import dev.canvelete.api.design.Border;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Borders of one width, style and colour. CSS leaves the lengths of dashes and the distances of dots open; these are
 * Chromium's: dashes of twice the width (three times below 3 px), gaps as near as can be to the width that make the
 * pattern end with a dash.
 */
final class Borders {
    /** The narrowest border whose dots are round. */
    private static final double ROUND_DOTS = 3;

    private Borders() {}

    static List<Item> of(RoundedBox box, double thickness, Border.Style style, Paint paint, PixelGrid grid) {
        return switch (style) {
            case NONE -> List.of();
            case SOLID -> List.of(new Fill(box.ring(box.inset(thickness)), paint));
            case DASHED, DOTTED -> broken(box, thickness, style, paint, grid);
        };
    }

    private static List<Item> broken(
            RoundedBox box, double thickness, Border.Style style, Paint paint, PixelGrid grid) {
        if (box.sharp()) {
            return sides(box, thickness, style, paint, grid);
        }
        RoundedBox inside = box.inset(thickness);
        // Corners that round only the outer edge cut sides that are drawn as those of a sharp box.
        return inside.sharp()
                ? List.of(Group.clipped(sides(box, thickness, style, paint, grid), box.ring(inside)))
                : around(box, thickness, style, paint);
    }

    /** Sharp boxes have each side drawn for itself, with a dash or dot in every corner. */
    private static List<Item> sides(RoundedBox box, double thickness, Border.Style style, Paint paint, PixelGrid grid) {
        if (style == Border.Style.DASHED || thickness <= ROUND_DOTS) {
            return List.of(new Fill(bars(box, thickness, style, grid), paint));
        }
        double half = thickness / 2;
        double end = half;
        double left = box.x();
        double top = box.y();
        double right = box.x() + box.width();
        double bottom = box.y() + box.height();
        List<Item> items = new ArrayList<>();
        items.add(line(left + end, top + half, right - end, top + half, thickness, style, paint));
        items.add(line(right - half, top + end, right - half, bottom - end, thickness, style, paint));
        items.add(line(left + end, bottom - half, right - end, bottom - half, thickness, style, paint));
        items.add(line(left + half, top + end, left + half, bottom - end, thickness, style, paint));
        return items;
    }

    /** The dashes of all sides, their ends on whole pixels. */
    private static Path2D bars(RoundedBox box, double thickness, Border.Style style, PixelGrid grid) {
        Path2D.Double bars = new Path2D.Double();
        for (double[] bar : marks(box.x(), box.width(), thickness, style, grid)) {
            bars.append(new Rectangle2D.Double(bar[0], box.y(), bar[1], thickness), false);
            double bottom = box.y() + box.height() - thickness;
            bars.append(new Rectangle2D.Double(bar[0], bottom, bar[1], thickness), false);
        }
        for (double[] bar : marks(box.y(), box.height(), thickness, style, grid)) {
            bars.append(new Rectangle2D.Double(box.x(), bar[0], thickness, bar[1]), false);
            double right = box.x() + box.width() - thickness;
            bars.append(new Rectangle2D.Double(right, bar[0], thickness, bar[1]), false);
        }
        return bars;
    }

    /** Where each dash or square dot of a side begins, and its length. */
    private static List<double[]> marks(
            double start, double length, double thickness, Border.Style style, PixelGrid grid) {
        return style == Border.Style.DOTTED && thickness % 1 == 0 && length % 1 == 0
                ? SquareDots.along(start, (int) length, (int) thickness)
                : dashes(start, length, thickness, style, grid);
    }

    private static List<double[]> dashes(
            double start, double length, double thickness, Border.Style style, PixelGrid grid) {
        double dash = dash(thickness, style);
        double gap = gap(length, dash, wantedGap(thickness, style), false);
        List<double[]> dashes = new ArrayList<>();
        for (double at = 0; at < length && gap > 0; at += dash + gap) {
            double from = grid.snapDown(start + at);
            dashes.add(new double[] {from, grid.snapDown(start + Math.min(length, at + dash)) - from});
        }
        return gap > 0 ? dashes : List.of(new double[] {start, length});
    }

    private static double dash(double thickness, Border.Style style) {
        return style == Border.Style.DOTTED ? thickness : thickness * (thickness >= 3 ? 2 : 3);
    }

    private static double wantedGap(double thickness, Border.Style style) {
        return style == Border.Style.DOTTED ? thickness : thickness * (thickness >= 3 ? 1 : 2);
    }

    private static Item line(
            double x0, double y0, double x1, double y1, double thickness, Border.Style style, Paint paint) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x0, y0);
        path.lineTo(x1, y1);
        return stroke(path, Math.hypot(x1 - x0, y1 - y0), false, thickness, style, paint);
    }

    private static List<Item> around(RoundedBox box, double thickness, Border.Style style, Paint paint) {
        // What an odd border is broken into is measured along whole pixels, and cut by the border's edges.
        Path2D path = box.inset(Math.floor(thickness / 2)).path();
        Stroke stroke = stroke(path, length(path), true, thickness, style, paint);
        if (thickness % 2 == 0) {
            return List.of(stroke);
        }
        double width = style == Border.Style.DASHED ? thickness + 2 : thickness;
        Item uncut = new Stroke(path, paint, width, stroke.cap(), stroke.dashes(), 0);
        return List.of(Group.clipped(List.of(uncut), box.ring(box.inset(thickness))));
    }

    private static Stroke stroke(
            Path2D path, double length, boolean closed, double thickness, Border.Style style, Paint paint) {
        if (style == Border.Style.DOTTED && thickness > ROUND_DOTS) {
            double gap = gap(closed ? length : length + thickness, thickness, thickness, closed);
            return new Stroke(path, paint, thickness, Stroke.Cap.ROUND, List.of(0.0, gap + thickness), 0);
        }
        double dash = dash(thickness, style);
        double gap = gap(length, dash, wantedGap(thickness, style), closed);
        return gap <= 0
                ? new Stroke(path, paint, thickness, Stroke.Cap.BUTT, List.of(), 0)
                : new Stroke(path, paint, thickness, Stroke.Cap.BUTT, List.of(dash, gap), 0);
    }

    /** The gap nearest to the wanted one with which a whole number of dashes fills the line. */
    private static double gap(double length, double dash, double wanted, boolean closed) {
        double available = closed ? length : length + wanted;
        double fewer = Math.max(1, Math.floor(available / (dash + wanted)));
        double more = fewer + 1;
        double wide = (length - fewer * dash) / Math.max(1, closed ? fewer : fewer - 1);
        double narrow = (length - more * dash) / (closed ? more : more - 1);
        return narrow <= 0 || Math.abs(wide - wanted) < Math.abs(narrow - wanted) ? wide : narrow;
    }

    private static double length(Path2D path) {
        double length = 0;
        double[] point = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator i = path.getPathIterator(null, 0.01); !i.isDone(); i.next()) {
            int kind = i.currentSegment(point);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = point[0];
                startY = point[1];
            } else {
                double toX = kind == PathIterator.SEG_CLOSE ? startX : point[0];
                double toY = kind == PathIterator.SEG_CLOSE ? startY : point[1];
                length += Math.hypot(toX - x, toY - y);
                point[0] = toX;
                point[1] = toY;
            }
            x = point[0];
            y = point[1];
        }
        return length;
    }
}
