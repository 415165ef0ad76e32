package dev.canvelete.render.image;

import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Picture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An image, upright, in sRGB.
 *
 * @param pixels gives the whole picture, possibly reduced; where they are decoded only then, it may fail with a
 *     {@link BrokenImageException}
 * @param pixelsAcross how many pixels it has in a row
 * @param pixelsDown how many rows
 * @param width the image's own width in CSS pixels, over 0
 * @param height the image's own height in CSS pixels, over 0
 * @param keepsRatio whether it is never stretched out of proportion, whatever box it is to fill
 * @param original the file itself, where a PDF may show it as it is
 */
public record DecodedImage(
        Supplier<Bitmap> pixels,
        int pixelsAcross,
        int pixelsDown,
        double width,
        double height,
        boolean keepsRatio,
        Picture.@Nullable Jpeg original) {
    DecodedImage(Bitmap bitmap, double width, double height, boolean keepsRatio, Picture.@Nullable Jpeg original) {
        this(() -> bitmap, bitmap.width(), bitmap.height(), width, height, keepsRatio, original);
    }

    /** Pixels, which may be stretched. */
    static DecodedImage of(Bitmap bitmap, double width, double height, Picture.@Nullable Jpeg original) {
        return new DecodedImage(bitmap, width, height, false, original);
    }

    /** The whole picture, possibly reduced. */
    public Bitmap bitmap() {
        return pixels.get();
    }
}
