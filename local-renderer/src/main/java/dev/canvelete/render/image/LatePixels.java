package dev.canvelete.render.image;

import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pixels that are decoded when they are first wanted, which for a photo in a PDF is never. Thread-safe. */
final class LatePixels implements Supplier<Bitmap> {
    private final ImageDecoder decoder;
    private final ImageFile file;
    private final Size size;
    private @Nullable Bitmap bitmap;

    LatePixels(ImageDecoder decoder, ImageFile file, Size size) {
        this.decoder = decoder;
        this.file = file;
        this.size = size;
    }

    /** @throws BrokenImageException if the image is damaged */
    @Override
    public synchronized Bitmap get() {
        if (bitmap == null) {
            try {
                bitmap = decoder.decode(file, size).bitmap();
            } catch (ResourceException e) {
                throw new BrokenImageException(e);
            }
        }
        return bitmap;
    }
}
