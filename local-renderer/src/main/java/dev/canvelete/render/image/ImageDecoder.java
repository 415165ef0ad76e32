package dev.canvelete.render.image;

import dev.canvelete.render.resource.Limits;
import dev.canvelete.render.resource.ResourceException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Decodes PNG, JPG, WebP, GIF, BMP and SVG images, within limits: the number of pixels is read from the header and
 * checked before any is decoded, and the memory that it takes is counted against what all threads may take at one moment.
 * Thread-safe.
 */
public final class ImageDecoder {
    /** Bytes to one permit. */
    private static final int GRAIN = 1 << 19;

    private final Limits limits;
    private final Semaphore room;

    public ImageDecoder(Limits limits) {
        this.limits = limits;
        this.room = new Semaphore(permits(room(limits)), true);
    }

    /**
     * Decodes a file.
     *
     * @param neededWidth in device pixels, over 0: a picture not smaller than that will do
     * @param neededHeight likewise
     * @throws ResourceException if it is no image, is damaged, or is over a limit
     */
    public DecodedImage decode(byte[] bytes, double neededWidth, double neededHeight) throws ResourceException {
        ImageFile file = open(bytes);
        return decode(file, file.sizeFor(neededWidth, neededHeight));
    }

    ImageFile open(byte[] bytes) throws ResourceException {
        ImageFile file = ImageFile.open(bytes);
        check(file.stored());
        return file;
    }

    DecodedImage decode(ImageFile file, Size size) throws ResourceException {
        int permits = permits(check(file, size));
        try {
            room.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResourceException("the render was ended before the image was decoded", e);
        }
        try {
            return file.decode(size);
        } finally {
            room.release(permits);
        }
    }

    /** The image without its pixels, where it can be shown without; else decoded. */
    DecodedImage describe(ImageFile file, Size size) throws ResourceException {
        check(file, size);
        Optional<DecodedImage> described = file.described(size, new LatePixels(this, file, size));
        return described.isPresent() ? described.get() : decode(file, size);
    }

    /** How many bytes decoding takes, when that is allowed. */
    private long check(ImageFile file, Size size) throws ResourceException {
        check(size);
        long bytes = file.room(size);
        if (bytes > room(limits)) {
            throw new ResourceException("an image that takes at most " + room(limits) / 1_000_000
                    + " MB to decode is right, not " + bytes / 1_000_000 + " MB as this one of "
                    + file.stored().width() + " x " + file.stored().height()
                    + ": baseline JPGs take less than progressive ones");
        }
        return bytes;
    }

    private static long room(Limits limits) {
        return ImageFile.ROOM_OF_PIXEL * limits.pixels();
    }

    private static int permits(long bytes) {
        return (int) (bytes / GRAIN) + 1;
    }

    private void check(Size size) throws ResourceException {
        if (Math.max(size.width(), size.height()) > limits.side() || size.pixels() > limits.pixels()) {
            throw new ResourceException("an image of at most " + limits.side() + " pixels a side and "
                    + limits.pixels() / 1_000_000 + " megapixels is right, not of " + size.width() + " x "
                    + size.height());
        }
    }
}
