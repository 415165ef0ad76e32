package dev.canvelete.render.output;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.FormatOptions;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.render.encode.WebpEncoder;
import dev.canvelete.render.paint.pdf.PdfOptions;
import dev.canvelete.render.paint.pdf.PdfPainter;
import dev.canvelete.render.paint.raster.RasterPainter;
import dev.canvelete.render.paint.svg.SvgOptions;
import dev.canvelete.render.paint.svg.SvgPainter;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Item;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Every output, over painters that all of them share. Thread-safe. */
public final class Outputs {
    private final RasterPainter raster = new RasterPainter();
    private final BandCache bands = new BandCache();
    private final PdfPainter pdf = new PdfPainter(this::rasterized);
    private final SvgPainter svg = new SvgPainter(this::rasterized);

    /**
     * The output that the options ask for.
     *
     * @throws RenderException if the format is not written
     */
    public Output of(Design design, RenderOptions options, OutputSize size) throws RenderException {
        return switch (options.format()) {
            case PNG -> new RasterOutput(raster, size, new PngPixels(options.dpi()), bands);
            case JPG -> new RasterOutput(raster, size, new JpegPixels(options.quality(), options.dpi()), bands);
            case PDF -> new PdfOutput(pdf, pdfOptions(design, options, size));
            case WEBP -> new RasterOutput(raster, size, webp(options), bands);
            case SVG -> new SvgOutput(svg, svgOptions(design, options, size));
        };
    }

    /** Whether a format takes photos as they are, without a look at their pixels. */
    public boolean embedsImages(OutputFormat format) {
        return switch (format) {
            case PDF, SVG -> true;
            case PNG, JPG, WEBP -> false;
        };
    }

    private static PixelFormat webp(RenderOptions options) throws RenderException {
        try {
            WebpEncoder.load();
        } catch (UnsupportedOperationException e) {
            throw new RenderException(ErrorCode.RENDER_FAILED, "format", String.valueOf(e.getMessage()));
        }
        return new WebpPixels(options.quality(), options.extras().lossless());
    }

    private static PdfOptions pdfOptions(Design design, RenderOptions options, OutputSize size) {
        FormatOptions extras = options.extras();
        return new PdfOptions(
                size.width(),
                size.height(),
                options.dpi(),
                design.name(),
                extras.language(),
                extras.archival(),
                extras.created());
    }

    private static SvgOptions svgOptions(Design design, RenderOptions options, OutputSize size) {
        FormatOptions extras = options.extras();
        return new SvgOptions(size.width(), size.height(), design.name(), extras.language(), extras.textAsPaths());
    }

    private Bitmap rasterized(List<Item> items, Rectangle2D area, double pixelsPerUnit) {
        Bitmap bitmap = Bitmap.blank(
                (int) Math.rint(area.getWidth() * pixelsPerUnit), (int) Math.rint(area.getHeight() * pixelsPerUnit));
        AffineTransform toDevice = AffineTransform.getScaleInstance(pixelsPerUnit, pixelsPerUnit);
        toDevice.translate(-area.getX(), -area.getY());
        raster.paint(items, toDevice, bitmap);
        return bitmap;
    }
}
