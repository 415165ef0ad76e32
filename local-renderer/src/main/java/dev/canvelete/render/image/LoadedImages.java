package dev.canvelete.render.image;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.canvelete.render.resource.Limits;
import dev.canvelete.render.resource.Resource;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.resource.ResourceLoader;
import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Images by their {@code src}. Each is decoded once in each size for all who need it, whatever it is called, and kept
 * while there is room. Thread-safe.
 */
public final class LoadedImages {
    private final ResourceLoader loader;
    private final ImageDecoder decoder;
    private final AsyncCache<Key, DecodedImage> images;
    /** Whether pixels are decoded only when they are wanted, where that is possible. */
    private final boolean late;

    private record Key(BigInteger digest, Size size, boolean late) {}

    public LoadedImages(ResourceLoader loader, Limits limits) {
        this.loader = loader;
        this.decoder = new ImageDecoder(limits);
        this.images = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(limits.cachedPixelBytes())
                .weigher((Key key, DecodedImage image) -> bytes(image))
                .buildAsync();
        this.late = false;
    }

    private LoadedImages(LoadedImages decoded) {
        this.loader = decoded.loader;
        this.decoder = decoded.decoder;
        this.images = decoded.images;
        this.late = true;
    }

    /** The same for outputs that take photos as they are, and seldom want their pixels. */
    public LoadedImages undecoded() {
        return new LoadedImages(this);
    }

    private static int bytes(DecodedImage image) {
        int file = image.original() == null ? 0 : image.original().bytes().length;
        return Integer.BYTES * image.pixelsAcross() * image.pixelsDown() + file;
    }

    /**
     * The image that a {@code src} names.
     *
     * @param neededWidth in device pixels, over 0: the bitmap is not smaller than that, unless the image itself is
     * @param neededHeight likewise
     * @throws ResourceException if there is no such image, it is damaged, or it is over a limit; the message names the
     *     src
     */
    public DecodedImage image(String src, double neededWidth, double neededHeight) throws ResourceException {
        Resource resource = loader.load(src);
        try {
            ImageFile file = decoder.open(resource.bytes());
            Size size = file.sizeFor(neededWidth, neededHeight);
            return image(new Key(resource.digest(), size, late), file);
        } catch (ResourceException e) {
            throw e.in(src);
        }
    }

    /** Whoever comes first decodes, in its own thread; the others wait for it. */
    private DecodedImage image(Key key, ImageFile file) throws ResourceException {
        CompletableFuture<DecodedImage> promise = new CompletableFuture<>();
        CompletableFuture<DecodedImage> promised = images.asMap().putIfAbsent(key, promise);
        if (promised == null) {
            decode(file, key.size(), promise);
            promised = promise;
        }
        try {
            return promised.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ResourceException reason) {
                throw reason;
            }
            throw e;
        }
    }

    private void decode(ImageFile file, Size size, CompletableFuture<DecodedImage> promise) {
        try {
            promise.complete(late ? decoder.describe(file, size) : decoder.decode(file, size));
        } catch (ResourceException | RuntimeException | Error e) {
            promise.completeExceptionally(e);
        }
    }
}
