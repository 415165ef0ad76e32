package dev.canvelete.render.scene;

import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/**
 * A bitmap placed on the canvas.
 *
 * @param placement from the unit square, (0, 0) being the bitmap's top left corner, to the canvas
 * @param original the file that the bitmap was decoded from, when a PDF can take it as it is: the same picture, whole
 */
public record Picture(
        Bitmap bitmap, AffineTransform placement, @Nullable Jpeg original) implements Item {
    /**
     * A baseline or progressive JPEG of grey or YCbCr colours, upright.
     *
     * @param components 1 or 3
     */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are passed on, never compared.
    public record Jpeg(byte[] bytes, int width, int height, int components) {}
}
