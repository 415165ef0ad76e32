package dev.canvelete.render.scene;

import java.awt.geom.AffineTransform;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bitmap placed on the canvas.
 *
 * @param pixels gives the bitmap, always the same; it may be decoded only then
 * @param placement from the unit square, (0, 0) being the bitmap's top left corner, to the canvas
 * @param original the file that the bitmap is decoded from, when a PDF can take it as it is: the same picture, whole
 */
public record Picture(
        Supplier<Bitmap> pixels,
        AffineTransform placement,
        @Nullable Jpeg original) implements Item {
    /** A picture whose pixels are there. */
    public Picture(Bitmap bitmap, AffineTransform placement, @Nullable Jpeg original) {
        this(() -> bitmap, placement, original);
    }

    /**
     * A baseline or progressive JPEG of grey or YCbCr colours, upright.
     *
     * @param components 1 or 3
     */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are passed on, never compared.
    public record Jpeg(byte[] bytes, int width, int height, int components) {}

    /** Its pixels. */
    public Bitmap bitmap() {
        return pixels.get();
    }
}
