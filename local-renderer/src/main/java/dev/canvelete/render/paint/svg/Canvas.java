package dev.canvelete.render.paint.svg;

import dev.canvelete.render.paint.vector.RasterArea;
import dev.canvelete.render.paint.vector.Rasterizer;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** What a drawing is written for. */
record Canvas(double width, double height, SvgOptions options, Parts parts, Rasterizer rasterizer) {
    /** What SVG cannot express is drawn at twice the picture's resolution. */
    private static final double OVERSAMPLING = 2;

    private static final int MOST_DECIMALS = 5;

    /** From the scene's pixels to the picture's. */
    AffineTransform base() {
        return AffineTransform.getScaleInstance(options.width() / width, options.height() / height);
    }

    boolean textAsPaths() {
        return options.textAsPaths();
    }

    /** Decimals of a coordinate that make a hundredth of a pixel or less. */
    int decimals(AffineTransform onCanvas) {
        double scale = Math.sqrt(Math.abs(onCanvas.getDeterminant()));
        return (int) Math.clamp(2 + Math.ceil(Math.log10(scale)), 1, MOST_DECIMALS);
    }

    /** How to draw an area as pixels, all of which went through a blur of this deviation, or 0. */
    RasterArea raster(Rectangle2D bounds, AffineTransform onCanvas, double deviation) {
        Rectangle2D seen = new Rectangle2D.Double(0, 0, options.width(), options.height());
        return RasterArea.of(bounds, onCanvas, seen, OVERSAMPLING, deviation);
    }
}
