package dev.canvelete.render.scene;

import java.awt.geom.AffineTransform;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bitmap placed on the canvas.
 *
 * @param pixels gives the bitmap, always the same; it may be decoded only then
 * @param placement from the unit square, (0, 0) being the bitmap's top left corner, to the canvas
 * @param original the file that the bitmap is decoded from, when a file can take it as it is: the same picture, whole
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
     * A baseline or progressive JPEG of grey or YCbCr colours, without any word of its own on which side is up.
     *
     * @param width as it is stored
     * @param height as it is stored
     * @param components 1 or 3
     * @param upright from the unit square as it is stored to the unit square that is placed
     */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are passed on, never compared.
    public record Jpeg(byte[] bytes, int width, int height, int components, AffineTransform upright) {
        /** One that is stored upright. */
        public Jpeg(byte[] bytes, int width, int height, int components) {
            this(bytes, width, height, components, new AffineTransform());
        }
    }

    /** From the unit square of what a file shows, which is the original where there is one, to the canvas. */
    public AffineTransform shown() {
        AffineTransform shown = new AffineTransform(placement);
        if (original != null) {
            shown.concatenate(original.upright());
        }
        return shown;
    }

    /** Its pixels. */
    public Bitmap bitmap() {
        return pixels.get();
    }
}
