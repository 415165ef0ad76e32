package dev.canvelete.render.output;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.error.ErrorCode;
import java.awt.geom.AffineTransform;
import java.util.Locale;

/**
 * How large a design comes out.
 *
 * @param width in pixels
 * @param height in pixels
 * @param scaleX output pixels per CSS pixel
 * @param scaleY likewise
 */
public record OutputSize(int width, int height, double scaleX, double scaleY) {
    /** The most pixels of one picture: 200 MB of them while it is painted. */
    static final long MOST_PIXELS = 50_000_000;

    /**
     * Scales a design as the options ask: to a width, to a height, to both, and by a factor on top.
     *
     * @throws RenderException if it comes out larger than is drawn
     */
    public static OutputSize of(Design design, RenderOptions options) throws RenderException {
        Integer width = options.width();
        Integer height = options.height();
        double scaleX = width != null
                ? (double) width / design.width()
                : height != null ? (double) height / design.height() : 1;
        double scaleY = height != null ? (double) height / design.height() : scaleX;
        double outWidth = Math.max(1, Math.rint(design.width() * scaleX * options.scale()));
        double outHeight = Math.max(1, Math.rint(design.height() * scaleY * options.scale()));
        if (outWidth > Design.LARGEST_SIDE || outHeight > Design.LARGEST_SIDE || outWidth * outHeight > MOST_PIXELS) {
            throw new RenderException(
                    ErrorCode.RENDER_FAILED,
                    "",
                    String.format(
                            Locale.ROOT,
                            "an output of %.0f x %.0f pixels; at most %d a side and %d in all are drawn",
                            outWidth,
                            outHeight,
                            Design.LARGEST_SIDE,
                            MOST_PIXELS));
        }
        return new OutputSize((int) outWidth, (int) outHeight, outWidth / design.width(), outHeight / design.height());
    }

    /** From the design's coordinates to output pixels. */
    AffineTransform toDevice() {
        return AffineTransform.getScaleInstance(scaleX, scaleY);
    }
}
