package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.encode.Effort;
import dev.canvelete.render.encode.FilteredRows;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Picture.Jpeg;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An image as it goes into a file.
 *
 * @param entries of its dictionary, without mask and length
 * @param mask its alpha, when it is not opaque
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes to be passed on; nobody compares them as values.
record EncodedImage(
        PdfBuffer entries, byte[] data, @Nullable EncodedImage mask) {
    private static final int OPAQUE = 0xFF000000;

    static EncodedImage of(Jpeg jpeg) {
        PdfBuffer entries = dictionary(jpeg.width(), jpeg.height(), jpeg.components() == 1 ? "Gray" : "RGB");
        return new EncodedImage(entries.put("/Filter/DCTDecode"), jpeg.bytes(), null);
    }

    static EncodedImage of(Bitmap bitmap) {
        int[] pixels = bitmap.argb();
        if (bitmap.opaque()) {
            return colours(bitmap.width(), bitmap.height(), pixels, null);
        }
        EncodedImage mask = colours(bitmap.width(), bitmap.height(), alphas(pixels), null);
        int only = onlyColour(pixels);
        if (only >= 0) {
            return colours(1, 1, new int[] {OPAQUE | only}, mask);
        }
        int[] straight = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            straight[i] = OPAQUE | straight(pixels[i]);
        }
        return colours(bitmap.width(), bitmap.height(), straight, mask);
    }

    /** The alpha of each pixel as a grey. */
    private static int[] alphas(int[] pixels) {
        int[] greys = new int[pixels.length];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = OPAQUE | (pixels[i] >>> 24) * 0x010101;
        }
        return greys;
    }

    /** The colour that, with each pixel's alpha, makes all of the pixels, as in shadows; or -1 if there is none. */
    private static int onlyColour(int[] pixels) {
        int strongest = pixels[0];
        for (int pixel : pixels) {
            strongest = Integer.compareUnsigned(pixel >>> 24, strongest >>> 24) > 0 ? pixel : strongest;
        }
        int colour = straight(strongest);
        for (int pixel : pixels) {
            int alpha = pixel >>> 24;
            for (int shift = 0; shift < 24; shift += 8) {
                int expected = (colour >> shift & 0xFF) * alpha;
                if (Math.abs(expected - (pixel >> shift & 0xFF) * 255) > 255) {
                    return -1;
                }
            }
        }
        return colour;
    }

    /** A premultiplied pixel as a colour of its own, without alpha. */
    static int straight(int pixel) {
        int alpha = pixel >>> 24;
        if (alpha == 0) {
            return 0;
        }
        int half = alpha / 2;
        return Math.min(255, ((pixel >> 16 & 0xFF) * 255 + half) / alpha) << 16
                | Math.min(255, ((pixel >> 8 & 0xFF) * 255 + half) / alpha) << 8
                | Math.min(255, ((pixel & 0xFF) * 255 + half) / alpha);
    }

    private static EncodedImage colours(int width, int height, int[] pixels, @Nullable EncodedImage mask) {
        boolean grey = true;
        for (int pixel : pixels) {
            grey &= (pixel >> 8 & 0xFFFF) == (pixel & 0xFFFF);
        }
        PdfBuffer entries = dictionary(width, height, grey ? "Gray" : "RGB");
        entries.put("/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns").integer(width);
        entries.put("/Colors").integer(grey ? 1 : 3).put(">>");
        Bitmap bitmap = new Bitmap(width, height, pixels);
        byte[] rows = grey ? FilteredRows.grey(bitmap, Effort.QUICK) : FilteredRows.rgb(bitmap, Effort.QUICK);
        return new EncodedImage(entries, rows, mask);
    }

    private static PdfBuffer dictionary(int width, int height, String colours) {
        PdfBuffer entries =
                new PdfBuffer().put("/Type/XObject/Subtype/Image/Width").integer(width);
        entries.put("/Height").integer(height).put("/BitsPerComponent 8/ColorSpace/Device");
        return entries.raw(colours.getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes the image, and its mask ahead of it, and gives its number. */
    int write(PdfBody body, boolean smooth) {
        PdfBuffer own = new PdfBuffer().raw(entries);
        if (smooth) {
            own.put("/Interpolate true");
        }
        if (mask != null) {
            own.put("/SMask").reference(mask.write(body, smooth));
        }
        return body.addStream(own, data);
    }
}
