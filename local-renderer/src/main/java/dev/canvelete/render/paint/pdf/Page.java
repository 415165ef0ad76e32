package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.RasterArea;
import dev.canvelete.render.paint.vector.Rasterizer;
import java.awt.geom.AffineTransform;
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

    static Page of(double sceneWidth, double sceneHeight, PdfOptions options, Rasterizer rasterizer) {
        double width = options.width() * options.pointsPerPixel();
        double height = options.height() * options.pointsPerPixel();
        AffineTransform base = new AffineTransform(width / sceneWidth, 0, 0, -height / sceneHeight, 0, height);
        return new Page(width, height, base, rasterizer);
    }

    /**
     * How to draw an area as pixels.
     *
     * @param deviation of the blur that all of it went through, in the coordinates of the items, or 0
     */
    RasterArea raster(Rectangle2D bounds, AffineTransform onPage, double deviation) {
        Rectangle2D page = new Rectangle2D.Double(0, 0, width, height);
        return RasterArea.of(bounds, onPage, page, PIXELS_PER_POINT, deviation);
    }
}
