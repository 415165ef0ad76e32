package dev.canvelete.render.paint.pdf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Filter;
import dev.canvelete.render.scene.Picture;
import dev.canvelete.render.scene.Typeface;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Fonts and images as files get them, kept for as long as whoever made them keeps the originals, and pictures in other
 * colours while there is room. All are told apart by identity. Thread-safe.
 */
final class PartCache {
    /** Original and result of three or four large photos. */
    private static final long RECOLOURED_BYTES = 64L << 20;

    private final LoadingCache<Typeface, FontFace> faces =
            Caffeine.newBuilder().weakKeys().build(FontFace::of);
    private final Cache<Object, EncodedImage> images =
            Caffeine.newBuilder().weakKeys().build();
    private final Cache<Recoloured, Picture> recoloured = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(RECOLOURED_BYTES)
            .weigher((Recoloured key, Picture picture) ->
                    2 * Integer.BYTES * picture.bitmap().argb().length)
            .build();

    /** The pixels of a bitmap are one array, which two bitmaps never share. */
    private record Recoloured(Bitmap original, List<Filter> filters) {}

    FontFace face(Typeface typeface) {
        return faces.get(typeface);
    }

    EncodedImage image(Picture picture) {
        Picture.Jpeg original = picture.original();
        return original != null
                ? EncodedImage.of(original)
                : images.get(picture.bitmap(), unused -> EncodedImage.of(picture.bitmap()));
    }

    /** A picture in the colours that filters make of its own. */
    Picture recoloured(Picture picture, List<Filter> filters, UnaryOperator<Picture> change) {
        Picture changed = recoloured.get(new Recoloured(picture.bitmap(), filters), key -> change.apply(picture));
        return new Picture(changed.bitmap(), picture.placement(), changed.original());
    }
}
