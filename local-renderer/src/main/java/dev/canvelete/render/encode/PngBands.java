package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.ArrayList;
import java.util.List;

/** The image data of a template in one colour type: finished chunks, and what is known of the bands between them. */
final class PngBands {
    /** One band of rows. */
    private sealed interface Part {}

    /** A finished IDAT chunk, and the checksum and length of what it holds. */
    @SuppressWarnings("ArrayRecordComponent") // Copied into files, never compared.
    private record Finished(byte[] chunk, int checksum, long length) implements Part {}

    /** Rows that are yet to come, with the filters that they will have. */
    @SuppressWarnings("ArrayRecordComponent") // Read only.
    private record Open(int from, byte[] filters) implements Part {}

    private final List<Part> parts = new ArrayList<>();

    private PngBands() {}

    static PngBands of(Bitmap base, PngColor color, List<Bands.Band> bands) {
        PngBands compiled = new PngBands();
        RowCompressor compressor = new RowCompressor(base, color);
        RowFilter filter = new RowFilter(base, color);
        for (Bands.Band band : bands) {
            if (band.live()) {
                compiled.parts.add(new Open(
                        band.from(),
                        filter.rows(band.from(), band.to(), false, null).filters()));
                continue;
            }
            ByteSink sink = new ByteSink(1 << 16);
            PngFile file = new PngFile(sink);
            int data = file.begin("IDAT");
            if (band.from() == 0) {
                sink.u16(PngFile.ZLIB_HEADER);
            }
            int checksum = compressor.compress(band.from(), band.to(), true, Effort.THOROUGH, sink);
            file.end(data);
            long stride = (long) color.units(base.width()) * color.unitBytes() + 1;
            compiled.parts.add(new Finished(sink.toBytes(), checksum, stride * (band.to() - band.from())));
        }
        return compiled;
    }

    /** Appends the chunks of the image data. */
    void write(Bitmap pixels, PngColor color, PngFile file, PngScratch scratch) {
        ByteSink sink = scratch.sink;
        int checksum = 1;
        for (Part part : parts) {
            switch (part) {
                case Finished finished -> {
                    sink.all(finished.chunk);
                    checksum = Adler.joined(checksum, finished.checksum, finished.length);
                }
                case Open open -> {
                    int data = file.begin("IDAT");
                    if (open.from == 0) {
                        sink.u16(PngFile.ZLIB_HEADER);
                    }
                    Rows rows = rows(open, pixels, color, scratch);
                    int own = scratch.deflater(color.unitBytes()).deflate(rows, Effort.QUICK);
                    checksum = Adler.joined(checksum, own, rows.length());
                    file.end(data);
                }
            }
        }
        int end = file.begin("IDAT");
        sink.u16(PngFile.LAST_BLOCK);
        sink.u32(checksum);
        file.end(end);
    }

    private static Rows rows(Open open, Bitmap pixels, PngColor color, PngScratch scratch) {
        int width = color.units(pixels.width());
        int[] units = scratch.units(width * open.filters.length);
        Rows rows = new Rows(units, open.filters, width, open.filters.length, color.unitBytes());
        new RowFilter(pixels, color, scratch.pair(pixels.width())).refill(rows, open.from);
        return rows;
    }
}
