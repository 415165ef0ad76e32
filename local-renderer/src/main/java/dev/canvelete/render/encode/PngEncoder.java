package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;

/**
 * Writes PNG (W3C Portable Network Graphics, third edition). The pixels decide the colour type, the filters and thereby
 * every byte; there is no time stamp and no text. Thread-safe.
 */
public final class PngEncoder {
    private PngEncoder() {}

    /**
     * A PNG file of exactly these pixels.
     *
     * @param dpi the resolution that is stated, over 0
     */
    public static byte[] encode(Bitmap bitmap, int dpi, Effort effort) {
        int[] argb = bitmap.argb();
        PngColor color = PngColor.of(ColorTraits.of(argb), argb.length);
        ByteSink sink = new ByteSink(argb.length / 8 + 1024);
        PngFile file = new PngFile(sink);
        file.head(bitmap.width(), bitmap.height(), color, dpi);
        int data = file.begin("IDAT");
        FilteredRows.write(bitmap, color, effort, sink);
        file.end(data);
        file.tail();
        return sink.toBytes();
    }
}
