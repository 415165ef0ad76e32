package dev.canvelete.render.image;

import dev.canvelete.render.image.jpeg.JpegDecoder;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Picture;
import org.jspecify.annotations.Nullable;

/** A JPG. Colour profiles are passed over: its colours are taken for sRGB. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are passed on, never compared.
record JpegFile(byte[] bytes, JpegDecoder decoder, Orientation orientation) implements ImageFile {
    /** A picture that is not reduced, in eighths. */
    private static final int WHOLE = 8;

    private static final double MOST_STRETCH = 0.002;

    /** What is mixed from pixels hardly smaller than its own is blurred: so much larger a picture is not. */
    private static final double LEAST_SHRINK = 1.15;

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
        for (int eighths = 1; eighths < WHOLE; eighths++) {
            Size size = size(eighths);
            double shrink = Math.min(size.width() / neededWidth, size.height() / neededHeight);
            if (offered(eighths) && (shrink >= LEAST_SHRINK || shrink == 1 || shrink > 1 && halves(eighths))) {
                return size;
            }
        }
        return size(WHOLE);
    }

    private Size size(int eighths) {
        int width = Math.ceilDiv(decoder.width() * eighths, WHOLE);
        int height = Math.ceilDiv(decoder.height() * eighths, WHOLE);
        return orientation.turnsSides() ? new Size(height, width) : new Size(width, height);
    }

    /**
     * Whether a size is worth decoding: halves in any case, others if rounding the sides up stretches the picture by next
     * to nothing. Seven eighths save too little for what they soften.
     */
    private boolean offered(int eighths) {
        double stretch = Math.max(stretch(decoder.width() * eighths), stretch(decoder.height() * eighths));
        return halves(eighths) || eighths < 7 && stretch <= MOST_STRETCH;
    }

    private static boolean halves(int eighths) {
        return Integer.bitCount(eighths) == 1;
    }

    private static double stretch(int side) {
        return (double) Math.floorMod(-side, WHOLE) / side;
    }

    @Override
    public DecodedImage decode(Size size) throws ResourceException {
        int eighths = WHOLE;
        while (eighths > 1 && !(offered(eighths) && size(eighths).equals(size))) {
            eighths--;
        }
        Bitmap upright = orientation.apply(decoder.decode(eighths));
        Size whole = size(WHOLE);
        return DecodedImage.of(upright, whole.width(), whole.height(), original());
    }

    private Picture.@Nullable Jpeg original() {
        return orientation == Orientation.UPRIGHT && decoder.greyOrYcc()
                ? new Picture.Jpeg(bytes, decoder.width(), decoder.height(), decoder.components())
                : null;
    }
}
