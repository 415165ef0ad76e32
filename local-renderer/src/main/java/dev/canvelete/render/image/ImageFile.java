package dev.canvelete.render.image;

import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** An image file whose header was read. Immutable, thread-safe. */
sealed interface ImageFile permits JpegFile, PngFile, ReaderFile, SvgFile {
    /** The picture and what it is made of, in bytes. */
    long ROOM_OF_PIXEL = 8;

    /**
     * Reads the header of a file, whatever its format.
     *
     * @throws ResourceException if it is no image, or its header is damaged
     */
    static ImageFile open(byte[] file) throws ResourceException {
        if (JpegFile.recognises(file)) {
            return JpegFile.open(file);
        }
        if (PngFile.recognises(file)) {
            return PngFile.open(file);
        }
        if (SvgFile.recognises(file)) {
            return SvgFile.open(file);
        }
        return ReaderFile.open(file);
    }

    /** Whether a file has these characters at a place. */
    static boolean has(byte[] file, int at, String characters) {
        byte[] wanted = characters.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + wanted.length
                && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /** How many pixels the file itself has; one for a vector image, which stores none. */
    Size stored();

    /** The smallest picture that can be decoded and is not smaller than needed, upright; all there is if all are. */
    Size sizeFor(double neededWidth, double neededHeight);

    /**
     * About how many bytes decoding takes, the picture included.
     *
     * @param size that {@link #sizeFor} gave
     */
    default long room(Size size) {
        return ROOM_OF_PIXEL * Math.max(size.pixels(), stored().pixels());
    }

    /**
     * The image without its pixels, where it can be shown without.
     *
     * @param size that {@link #sizeFor} gave
     * @param pixels that decode it if they are wanted after all
     */
    default Optional<DecodedImage> described(Size size, Supplier<Bitmap> pixels) {
        return Optional.empty();
    }

    /**
     * Decodes the picture.
     *
     * @param size that {@link #sizeFor} gave
     * @throws ResourceException if it is damaged
     */
    DecodedImage decode(Size size) throws ResourceException;
}
