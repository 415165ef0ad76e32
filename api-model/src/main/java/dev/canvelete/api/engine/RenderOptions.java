package dev.canvelete.api.engine;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a design is to be written. A value: equal options give equal bytes.
 *
 * @param quality 1..100, for JPG and lossy WebP
 * @param width of the output in pixels, 1..10000, or as the design has it
 * @param height of the output in pixels, 1..10000, or as the design has it
 * @param scale 0.1..5, on top of width and height
 * @param dpi 1..2400
 * @param background a CSS colour or gradient in place of the canvas's own
 * @param strict whether missing data fails the render
 * @param extras what only some formats know
 */
public record RenderOptions(
        OutputFormat format,
        int quality,
        @Nullable Integer width,
        @Nullable Integer height,
        double scale,
        int dpi,
        @Nullable String background,
        boolean strict,
        FormatOptions extras) {
    /** The quality when none is asked for. */
    public static final int DEFAULT_QUALITY = 90;

    /** The resolution when none is asked for: CSS's own. */
    public static final int DEFAULT_DPI = 96;

    /** Options without anything that only some formats know. */
    public RenderOptions(
            OutputFormat format,
            int quality,
            @Nullable Integer width,
            @Nullable Integer height,
            double scale,
            int dpi,
            @Nullable String background,
            boolean strict) {
        this(format, quality, width, height, scale, dpi, background, strict, FormatOptions.STANDARD);
    }

    /** The format with everything else as it comes. */
    public static RenderOptions of(OutputFormat format) {
        return new RenderOptions(format, DEFAULT_QUALITY, null, null, 1, DEFAULT_DPI, null, false);
    }

    /** The same with what only some formats know. */
    public RenderOptions with(FormatOptions newExtras) {
        return new RenderOptions(format, quality, width, height, scale, dpi, background, strict, newExtras);
    }

    /**
     * The options that a request asks for.
     *
     * @throws IllegalArgumentException if its language is no BCP 47 tag
     */
    public static RenderOptions of(RenderRequest request) {
        return new RenderOptions(
                Objects.requireNonNullElse(request.format(), OutputFormat.PNG),
                Objects.requireNonNullElse(request.quality(), DEFAULT_QUALITY),
                request.width(),
                request.height(),
                Objects.requireNonNullElse(request.scale(), 1.0),
                Objects.requireNonNullElse(request.dpi(), DEFAULT_DPI),
                request.background(),
                Objects.requireNonNullElse(request.strict(), false),
                new FormatOptions(
                        Objects.requireNonNullElse(request.lossless(), false),
                        Objects.requireNonNullElse(request.textAsPaths(), false),
                        Objects.requireNonNullElse(request.pdfa(), false),
                        request.lang(),
                        request.created()));
    }
}
