package dev.canvelete.render.paint.vector;

import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Item;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A part of a page that is drawn as pixels: what is to be seen of it, and how fine.
 *
 * @param area in the coordinates of its items; its sides are whole numbers of pixels; empty when nothing is to be seen
 * @param pixelsPerUnit how many pixels a unit of those coordinates becomes
 */
public record RasterArea(Rectangle2D area, double pixelsPerUnit) {
    private static final double MOST_PIXELS = 1 << 24;

    /** Between pixels this close, straight lines are less than half of an 8-bit step away from a Gaussian's curve. */
    private static final double PIXELS_PER_DEVIATION = 4;

    /**
     * How to draw what reaches so far.
     *
     * @param bounds in the coordinates of the items
     * @param onPage from those to the page
     * @param pixelsPerPageUnit how fine to draw, unless that would be too many pixels
     * @param deviation of the blur that everything to be drawn went through, in the coordinates of the items: where all is
     *     soft, pixels half as fine may show as much, and not less fine than that, since some programs don't interpolate
     */
    public static RasterArea of(
            Rectangle2D bounds, AffineTransform onPage, Rectangle2D page, double pixelsPerPageUnit, double deviation) {
        double finest = Math.sqrt(Math.abs(onPage.getDeterminant())) * pixelsPerPageUnit;
        double density = Math.clamp(PIXELS_PER_DEVIATION / deviation, finest / 2, finest);
        Rectangle2D seen = bounds.createIntersection(seen(onPage, page));
        if (seen.isEmpty()) {
            return new RasterArea(new Rectangle2D.Double(), density);
        }
        double pixels = seen.getWidth() * seen.getHeight() * density * density;
        double used = pixels > MOST_PIXELS ? density * Math.sqrt(MOST_PIXELS / pixels) : density;
        double x = Math.floor(seen.getMinX() * used);
        double y = Math.floor(seen.getMinY() * used);
        double width = Math.ceil(seen.getMaxX() * used) - x;
        double height = Math.ceil(seen.getMaxY() * used) - y;
        return new RasterArea(new Rectangle2D.Double(x / used, y / used, width / used, height / used), used);
    }

    private static Rectangle2D seen(AffineTransform onPage, Rectangle2D page) {
        try {
            return onPage.createInverse().createTransformedShape(page).getBounds2D();
        } catch (NoninvertibleTransformException e) {
            return new Rectangle2D.Double();
        }
    }

    /** Draws it. */
    public Bitmap draw(List<Item> items, Rasterizer rasterizer) {
        return rasterizer.draw(items, area, pixelsPerUnit);
    }

    /** From the unit square to the area. */
    public AffineTransform placement() {
        AffineTransform placement = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        placement.scale(area.getWidth(), area.getHeight());
        return placement;
    }
}
