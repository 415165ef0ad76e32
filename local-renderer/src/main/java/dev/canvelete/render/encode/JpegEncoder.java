package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;

/**
 * Writes JPEG: baseline, colours halved in both directions (4:2:0), the tables of ITU-T T.81 Annex K scaled as the
 * Independent JPEG Group does. A restart marker follows each row of 16 pixels, so that the bytes of a row depend on its
 * own pixels alone. Thread-safe.
 */
public final class JpegEncoder {
    private JpegEncoder() {}

    /**
     * A JPEG file of these pixels, laid over white.
     *
     * @param quality 1..100
     * @param dpi the resolution that is stated, 1..65535
     * @throws IllegalArgumentException when the bitmap has more than 65535 pixels in a row or column
     */
    public static byte[] encode(Bitmap bitmap, int quality, int dpi) {
        ByteSink sink = new ByteSink(bitmap.argb().length / 4 + 1024);
        JpegFile.head(bitmap.width(), bitmap.height(), quality, dpi, sink);
        JpegBlocks blocks = new JpegBlocks(quality);
        JpegScan scan = new JpegScan(sink);
        JpegCoefficients coefficients = new JpegCoefficients();
        int squares = (bitmap.width() + JpegBlocks.SIDE - 1) / JpegBlocks.SIDE;
        int rows = (bitmap.height() + JpegBlocks.SIDE - 1) / JpegBlocks.SIDE;
        for (int row = 0; row < rows; row++) {
            blocks.squares(bitmap, 0, row * JpegBlocks.SIDE, squares, coefficients);
            scan.squares(coefficients, squares);
            scan.end();
            JpegFile.after(row, rows, sink);
        }
        return sink.toBytes();
    }
}
