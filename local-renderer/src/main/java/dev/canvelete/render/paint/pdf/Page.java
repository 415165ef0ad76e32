package dev.canvelete.render.paint.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;

/**
 * The page that a scene goes onto.
 *
 * @param width in points
 * @param height in points
 * @param base from the scene's pixels to points
 */
record Page(double width, double height, AffineTransform base, Rasterizer rasterizer) {
    /** What PDF cannot express is drawn at twice the resolution of CSS pixels. */
    private static final double PIXELS_PER_POINT = 192 / 72.0;

    private static final double MOST_PIXELS = 1 << 24;

    static Page of(double sceneWidth, double sceneHeight, PdfOptions options, Rasterizer rasterizer) {
        double width = options.width() * options.pointsPerPixel();
        double height = options.height() * options.pointsPerPixel();
        AffineTransform base = new AffineTransform(width / sceneWidth, 0, 0, -height / sceneHeight, 0, height);
        return new Page(width, height, base, rasterizer);
    }

    /** How to draw an area as pixels: what is to be seen of it, and how fine. */
    Raster raster(Rectangle2D bounds, AffineTransform onPage) {
        double density = Math.sqrt(Math.abs(onPage.getDeterminant())) * PIXELS_PER_POINT;
        Rectangle2D seen = bounds.createIntersection(inverse(onPage));
        if (seen.isEmpty()) {
            return new Raster(new Rectangle2D.Double(), density);
        }
        double pixels = seen.getWidth() * seen.getHeight() * density * density;
        double used = pixels > MOST_PIXELS ? density * Math.sqrt(MOST_PIXELS / pixels) : density;
        double x = Math.floor(seen.getMinX() * used);
        double y = Math.floor(seen.getMinY() * used);
        double width = Math.ceil(seen.getMaxX() * used) - x;
        double height = Math.ceil(seen.getMaxY() * used) - y;
        return new Raster(new Rectangle2D.Double(x / used, y / used, width / used, height / used), used);
    }

    private Rectangle2D inverse(AffineTransform onPage) {
        try {
            Rectangle2D page = new Rectangle2D.Double(0, 0, width, height);
            return onPage.createInverse().createTransformedShape(page).getBounds2D();
        } catch (NoninvertibleTransformException e) {
            return new Rectangle2D.Double();
        }
    }

    /** An area, and how many pixels a unit of its coordinates becomes. */
    record Raster(Rectangle2D area, double pixelsPerUnit) {}
}
