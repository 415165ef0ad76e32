package dev.canvelete.render.scene;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** How far items reach. */
public final class Bounds {
    /** In deviations: beyond, a Gaussian has less than one 8-bit step left. */
    public static final double BLUR_REACH = 3;

    /** How many ems above or below its baseline a slanted glyph reaches at the most. */
    private static final double SLANTED_HEIGHT = 1.5;

    /** How far a painter may move a glyph to where it can be drawn sharply. */
    private static final double SNAPPED = 1;

    private Bounds() {}

    /** A rectangle that everything the item paints lies in; empty when it paints nothing. Generous, never too small. */
    public static Rectangle2D of(Item item) {
        return switch (item) {
            case Fill fill -> fill.path().getBounds2D();
            case Stroke stroke -> grown(stroke.path().getBounds2D(), stroke.width() * Stroke.MITER_LIMIT / 2);
            case Glyphs glyphs -> of(glyphs);
            case Picture picture -> transformed(new Rectangle2D.Double(0, 0, 1, 1), picture.placement());
            case Group group -> of(group);
        };
    }

    private static Rectangle2D of(Glyphs glyphs) {
        Typeface typeface = glyphs.typeface();
        double scale = glyphs.size() / typeface.unitsPerEm();
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < glyphs.ids().length; i++) {
            Rectangle2D ink = typeface.bounds(glyphs.ids()[i]);
            if (ink.getWidth() > 0 && ink.getHeight() > 0) {
                left = Math.min(left, glyphs.x()[i] + ink.getMinX() * scale);
                right = Math.max(right, glyphs.x()[i] + ink.getMaxX() * scale);
                top = Math.min(top, glyphs.y()[i] - ink.getMaxY() * scale);
                bottom = Math.max(bottom, glyphs.y()[i] - ink.getMinY() * scale);
            }
        }
        if (left > right) {
            return new Rectangle2D.Double();
        }
        double synthetic =
                glyphs.size() * (Math.abs(typeface.slant()) * SLANTED_HEIGHT + typeface.embolden(glyphs.size()));
        return grown(new Rectangle2D.Double(left, top, right - left, bottom - top), synthetic + SNAPPED);
    }

    private static Rectangle2D of(Group group) {
        Path2D clip = group.clip();
        boolean glass = group.backdropBlur() > 0;
        Rectangle2D bounds = glass && clip != null ? clip.getBounds2D() : of(group.items());
        for (Filter filter : group.filters()) {
            bounds = filter instanceof Filter.Blur blur ? grown(bounds, blur.deviation() * BLUR_REACH) : bounds;
        }
        if (!glass && clip != null) {
            bounds = bounds.createIntersection(clip.getBounds2D());
            if (bounds.isEmpty()) {
                return new Rectangle2D.Double();
            }
        }
        return transformed(bounds, group.transform());
    }

    /** A rectangle that everything these items paint lies in. */
    public static Rectangle2D of(List<Item> items) {
        Rectangle2D bounds = new Rectangle2D.Double();
        for (Item item : items) {
            Rectangle2D one = of(item);
            if (one.getWidth() > 0 || one.getHeight() > 0) {
                bounds = bounds.getWidth() > 0 || bounds.getHeight() > 0 ? bounds.createUnion(one) : one;
            }
        }
        return bounds;
    }

    private static Rectangle2D transformed(Rectangle2D bounds, AffineTransform transform) {
        if (transform.isIdentity()) {
            return bounds;
        }
        double[] corners = {
            bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMinY(),
            bounds.getMaxX(), bounds.getMaxY(), bounds.getMinX(), bounds.getMaxY()
        };
        transform.transform(corners, 0, corners, 0, 4);
        Rectangle2D around = new Rectangle2D.Double(corners[0], corners[1], 0, 0);
        for (int i = 2; i < corners.length; i += 2) {
            around.add(corners[i], corners[i + 1]);
        }
        return around;
    }

    private static Rectangle2D grown(Rectangle2D bounds, double by) {
        return new Rectangle2D.Double(
                bounds.getX() - by, bounds.getY() - by, bounds.getWidth() + 2 * by, bounds.getHeight() + 2 * by);
    }
}
