package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;

/**
 * Pixels as a PNG's image data and a PDF's images with predictor 15 hold them: rows, each after the number of its filter,
 * in a zlib stream (RFC 1950). Thread-safe.
 */
public final class FilteredRows {
    private FilteredRows() {}

    /**
     * One sample a pixel, its blue.
     *
     * @param bitmap of opaque pixels
     */
    public static byte[] grey(Bitmap bitmap, Effort effort) {
        return zlib(bitmap, new PngColor.Grey(8), effort);
    }

    /**
     * Red, green and blue of each pixel.
     *
     * @param bitmap of opaque pixels
     */
    public static byte[] rgb(Bitmap bitmap, Effort effort) {
        return zlib(bitmap, new PngColor.Rgb(), effort);
    }

    private static byte[] zlib(Bitmap bitmap, PngColor color, Effort effort) {
        ByteSink sink = new ByteSink(bitmap.argb().length / 8 + 64);
        write(bitmap, color, effort, sink);
        return sink.toBytes();
    }

    static void write(Bitmap bitmap, PngColor color, Effort effort, ByteSink sink) {
        sink.u16(PngFile.ZLIB_HEADER);
        int checksum = new RowCompressor(bitmap, color).compress(0, bitmap.height(), true, effort, sink);
        sink.u16(PngFile.LAST_BLOCK);
        sink.u32(checksum);
    }
}
