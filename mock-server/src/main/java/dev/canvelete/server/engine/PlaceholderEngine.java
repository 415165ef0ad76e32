package dev.canvelete.server.engine;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws nothing: its files are valid, tiny, of one colour, and of the format and size that the real one's would be. For
 * tests that do not look at pixels.
 */
final class PlaceholderEngine implements RenderEngine {
    /** The largest side of a WebP, and so of every placeholder. */
    private static final int LARGEST_SIDE = 16_383;

    @Override
    public PreparedDesign prepare(Design design, RenderOptions options) throws RenderException {
        int width = side(design.width(), design.height(), options.width(), options.height(), options.scale());
        int height = side(design.height(), design.width(), options.height(), options.width(), options.scale());
        if (Math.max(width, height) > LARGEST_SIDE) {
            throw new RenderException(
                    ErrorCode.RENDER_FAILED,
                    "",
                    "the output would be " + width + " x " + height + " px; a side of at most " + LARGEST_SIDE
                            + " px is right");
        }
        byte[] file =
                switch (options.format()) {
                    case PNG -> BlankRaster.png(width, height);
                    case JPG -> BlankRaster.jpg(width, height);
                    case WEBP -> BlankRaster.webp(width, height);
                    case PDF -> BlankVector.pdf(width * 72.0 / options.dpi(), height * 72.0 / options.dpi());
                    case SVG -> BlankVector.svg(width, height);
                };
        return data -> new Rendering(file.clone(), width, height, List.of());
    }

    /** One side of the output, the other following when only one is asked for. */
    private static int side(int own, int other, @Nullable Integer asked, @Nullable Integer otherAsked, double scale) {
        double side = asked != null ? asked : otherAsked != null ? own * (double) otherAsked / other : own;
        return (int) Math.max(1, Math.round(side * scale));
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
