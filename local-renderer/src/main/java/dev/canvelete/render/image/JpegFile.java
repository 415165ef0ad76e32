package dev.canvelete.render.image;

import dev.canvelete.render.image.jpeg.JpegDecoder;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Picture;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A JPG. Colour profiles are passed over: its colours are taken for sRGB. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are passed on, never compared.
record JpegFile(byte[] bytes, JpegDecoder decoder, Orientation orientation) implements ImageFile {
    /** A picture that is not reduced, in eighths. */
    private static final int WHOLE = 8;

    static boolean recognises(byte[] file) {
        return JpegDecoder.recognises(file);
    }

    static JpegFile open(byte[] file) throws ResourceException {
        JpegDecoder decoder = JpegDecoder.open(file);
        return new JpegFile(file, decoder, Orientation.read(decoder.exif()));
    }

    @Override
    public Size stored() {
        return new Size(decoder.width(), decoder.height());
    }

    @Override
    public Size sizeFor(double neededWidth, double neededHeight) {
        int eighths = 1;
        Size size = size(eighths);
        while (eighths < WHOLE && (size.width() < neededWidth || size.height() < neededHeight)) {
            eighths *= 2;
            size = size(eighths);
        }
        return size;
    }

    private Size size(int eighths) {
        int width = Math.ceilDiv(decoder.width() * eighths, WHOLE);
        int height = Math.ceilDiv(decoder.height() * eighths, WHOLE);
        return orientation.turnsSides() ? new Size(height, width) : new Size(width, height);
    }

    @Override
    public long room(Size size) {
        int pictures = orientation == Orientation.UPRIGHT ? 1 : 2;
        return decoder.room(eighths(size)) + Integer.BYTES * pictures * size.pixels();
    }

    @Override
    public DecodedImage decode(Size size) throws ResourceException {
        Bitmap upright = orientation.apply(decoder.decode(eighths(size)));
        Size whole = size(WHOLE);
        return DecodedImage.of(upright, whole.width(), whole.height(), original());
    }

    /** Only the bits of a baseline file that is all there are left unread: those of a progressive one may be anything. */
    @Override
    public Optional<DecodedImage> described(Size size, Supplier<Bitmap> pixels) {
        Size whole = size(WHOLE);
        return Optional.ofNullable(original())
                .filter(unread -> decoder.complete())
                .map(original -> new DecodedImage(
                        pixels, size.width(), size.height(), whole.width(), whole.height(), false, original));
    }

    private int eighths(Size size) {
        int eighths = WHOLE;
        while (eighths > 1 && !size(eighths).equals(size)) {
            eighths /= 2;
        }
        return eighths;
    }

    /** Readers differ in whether they heed Exif's orientation; a turned file is shown turned, and says nothing of it. */
    private Picture.@Nullable Jpeg original() {
        if (!decoder.greyOrYcc()) {
            return null;
        }
        byte[] shown = orientation == Orientation.UPRIGHT ? bytes : decoder.withoutExif();
        return new Picture.Jpeg(shown, decoder.width(), decoder.height(), decoder.components(), orientation.upright());
    }
}
