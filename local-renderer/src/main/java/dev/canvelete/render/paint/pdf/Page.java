package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.RasterArea;
import dev.canvelete.render.paint.vector.Rasterizer;
import dev.canvelete.render.scene.Filter;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

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

    /** What is blurred is at least drawn in CSS pixels, since some readers don't interpolate between them. */
    private static final double BLURRED_PIXELS_PER_POINT = 96 / 72.0;

    /** Between pixels this close, straight lines are less than half of an 8-bit step away from a Gaussian's curve. */
    private static final double PIXELS_PER_DEVIATION = 4;

    static Page of(double sceneWidth, double sceneHeight, PdfOptions options, Rasterizer rasterizer) {
        double width = options.width() * options.pointsPerPixel();
        double height = options.height() * options.pointsPerPixel();
        AffineTransform base = new AffineTransform(width / sceneWidth, 0, 0, -height / sceneHeight, 0, height);
        return new Page(width, height, base, rasterizer);
    }

    /** How to draw an area as pixels. */
    RasterArea raster(Rectangle2D bounds, AffineTransform onPage) {
        return raster(bounds, onPage, PIXELS_PER_POINT);
    }

    /** How to draw an area of what has these filters as pixels: where all is soft, fewer show as much. */
    RasterArea raster(Rectangle2D bounds, AffineTransform onPage, List<Filter> filters) {
        double deviation = filters.stream().mapToDouble(Page::deviation).min().orElse(0);
        double onPaper = deviation * Math.sqrt(Math.abs(onPage.getDeterminant()));
        double sufficient = Math.max(PIXELS_PER_DEVIATION / onPaper, BLURRED_PIXELS_PER_POINT);
        return raster(bounds, onPage, Math.min(sufficient, PIXELS_PER_POINT));
    }

    /** 0 for what may make edges sharp again. */
    private static double deviation(Filter filter) {
        return switch (filter) {
            case Filter.Blur blur -> blur.deviation();
            case Filter.ColorMatrix contrast -> 0;
        };
    }

    private RasterArea raster(Rectangle2D bounds, AffineTransform onPage, double pixelsPerPoint) {
        return RasterArea.of(bounds, onPage, new Rectangle2D.Double(0, 0, width, height), pixelsPerPoint);
    }
}
