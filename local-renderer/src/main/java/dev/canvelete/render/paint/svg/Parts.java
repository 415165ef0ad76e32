package dev.canvelete.render.paint.svg;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.canvelete.render.encode.Effort;
import dev.canvelete.render.encode.PngEncoder;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Picture;
import dev.canvelete.render.scene.Typeface;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fonts and images as documents get them. Fonts and images are told apart by identity and kept for as long as whoever
 * made them keeps the originals. Thread-safe.
 */
final class Parts {
    /** Characters of font files kept, because records of a batch use the same letters. */
    private static final long MOST_FONTS = 4_000_000;

    private static final int CSS_DPI = 96;

    private final LoadingCache<Typeface, WebFont> fonts =
            Caffeine.newBuilder().weakKeys().build(WebFont::of);
    private final Cache<Object, Definition> images =
            Caffeine.newBuilder().weakKeys().build();
    private final Cache<FontKey, String> files = Caffeine.newBuilder()
            .maximumWeight(MOST_FONTS)
            .weigher((FontKey key, String file) -> file.length())
            .build();

    private record FontKey(Typeface typeface, String family, Map<Integer, Drawn> drawn) {}

    /** The URL of a face's font file. */
    String font(Face face) {
        FontKey key = new FontKey(face.typeface(), face.family(), face.drawn());
        return files.get(key, unused -> {
            byte[] file = fonts.get(face.typeface()).file(face.typeface(), face.family(), new TreeMap<>(key.drawn));
            return url("font/ttf", file);
        });
    }

    Definition image(Picture picture) {
        Picture.Jpeg original = picture.original();
        return original == null
                ? images.get(picture.bitmap(), unused -> image(picture.bitmap()))
                : images.get(
                        original.bytes(),
                        unused -> image(original.width(), original.height(), url("image/jpeg", original.bytes())));
    }

    /** Pixels that are drawn once only. */
    static Definition image(Bitmap bitmap) {
        byte[] file = PngEncoder.encode(bitmap, CSS_DPI, Effort.QUICK);
        return image(bitmap.width(), bitmap.height(), url("image/png", file));
    }

    private static Definition image(int width, int height, String url) {
        return new Definition(
                "image",
                " width=\"" + width + "\" height=\"" + height + "\" preserveAspectRatio=\"none\" xlink:href=\"" + url
                        + "\"/>");
    }

    private static String url(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
