package dev.canvelete.render.paint.pdf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.canvelete.render.scene.Picture;
import dev.canvelete.render.scene.Typeface;

/**
 * Fonts and images as files get them, kept for as long as whoever made them keeps the originals. Both are told apart by
 * identity. Thread-safe.
 */
final class PartCache {
    private final LoadingCache<Typeface, FontFace> faces =
            Caffeine.newBuilder().weakKeys().build(FontFace::of);
    private final Cache<Object, EncodedImage> images =
            Caffeine.newBuilder().weakKeys().build();

    FontFace face(Typeface typeface) {
        return faces.get(typeface);
    }

    EncodedImage image(Picture picture) {
        Picture.Jpeg original = picture.original();
        return original != null
                ? EncodedImage.of(original)
                : images.get(picture.bitmap(), unused -> EncodedImage.of(picture.bitmap()));
    }
}
