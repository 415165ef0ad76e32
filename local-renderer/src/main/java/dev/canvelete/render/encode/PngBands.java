package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The image data of a template in one colour type: finished chunks, and what is known of the bands between them. */
final class PngBands {
    /** One band of rows. */
    private sealed interface Part {}

    /** A finished IDAT chunk, and the checksum and length of what it holds. */
    @SuppressWarnings("ArrayRecordComponent") // Copied into files, never compared.
    private record Finished(byte[] chunk, int checksum, long length) implements Part {}

    /** Rows that are yet to come. */
    private record Open(int from, int count) implements Part {}

    private final List<Part> parts = new ArrayList<>();

    private PngBands() {}

    static PngBands of(Bitmap base, PngColor color, List<Bands.Band> bands) {
        PngBands compiled = new PngBands();
        RowCompressor compressor = new RowCompressor(base, color);
        for (Bands.Band band : bands) {
            if (band.live()) {
                compiled.parts.add(new Open(band.from(), band.to() - band.from()));
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

    /** The same with more of the bands, which are those that this was made of, yet to come. */
    PngBands opened(List<Bands.Band> bands) {
        PngBands opened = new PngBands();
        for (int i = 0; i < bands.size(); i++) {
            Bands.Band band = bands.get(i);
            opened.parts.add(band.live() ? new Open(band.from(), band.to() - band.from()) : parts.get(i));
        }
        return opened;
    }

    /**
     * Appends the chunks of the image data.
     *
     * @param known the open bands that are encoded already, null for others
     * @return false, the chunks being of no use, if a pixel is not opaque and the colour type has no opacity
     */
    boolean write(Bitmap pixels, PngColor color, @Nullable PngBand[] known, PngFile file, PngScratch scratch) {
        ByteSink sink = scratch.sink;
        int checksum = 1;
        int next = 0;
        for (Part part : parts) {
            switch (part) {
                case Finished finished -> {
                    sink.all(finished.chunk);
                    checksum = Adler.joined(checksum, finished.checksum, finished.length);
                }
                case Open open -> {
                    PngBand band = known[next++];
                    if (band == null) {
                        OptionalInt own = write(open, pixels, color, file, scratch);
                        if (own.isEmpty()) {
                            return false;
                        }
                        checksum = Adler.joined(checksum, own.getAsInt(), length(open, pixels, color));
                    } else {
                        sink.all(band.chunk());
                        checksum = Adler.joined(checksum, band.checksum(), length(open, pixels, color));
                    }
                }
            }
        }
        int end = file.begin("IDAT");
        sink.u16(PngFile.LAST_BLOCK);
        sink.u32(checksum);
        file.end(end);
        return true;
    }

    /** Appends the chunk of an open band and returns its checksum. */
    int write(int band, Bitmap pixels, PngColor color, PngFile file, PngScratch scratch) {
        int next = 0;
        for (Part part : parts) {
            if (part instanceof Open open && next++ == band) {
                return write(open, pixels, color, file, scratch).orElseThrow();
            }
        }
        throw new IllegalArgumentException("there are " + next + " bands, none is number " + band);
    }

    private static OptionalInt write(Open open, Bitmap pixels, PngColor color, PngFile file, PngScratch scratch) {
        int data = file.begin("IDAT");
        if (open.from == 0) {
            scratch.sink.u16(PngFile.ZLIB_HEADER);
        }
        RowDeflater deflater = scratch.deflater(color.unitBytes());
        Rows rows = rows(open, pixels, color, scratch);
        int checksum = deflater.deflate(rows);
        file.end(data);
        boolean fits = rows.units() == pixels.argb() ? deflater.opaque() : fits(open, pixels, color);
        return fits ? OptionalInt.of(checksum) : OptionalInt.empty();
    }

    private static boolean fits(Open open, Bitmap pixels, PngColor color) {
        int width = pixels.width();
        return !color.takesPixels()
                || ColorTraits.opaque(pixels.argb(), open.from * width, (open.from + open.count) * width);
    }

    private static long length(Open open, Bitmap pixels, PngColor color) {
        return ((long) color.units(pixels.width()) * color.unitBytes() + 1) * open.count;
    }

    /** The pixels themselves where they are units as they are, else units in the scratch. */
    private static Rows rows(Open open, Bitmap pixels, PngColor color, PngScratch scratch) {
        int width = color.units(pixels.width());
        byte[] filters = new byte[open.count];
        RowFilter filter = new RowFilter(pixels, color, scratch.pair(pixels.width()));
        boolean unfiltered = filter.choose(open.from, filters);
        if (unfiltered && color.takesPixels()) {
            return new Rows(pixels.argb(), open.from * width, filters, width, open.count, color.unitBytes());
        }
        Rows rows = new Rows(scratch.units(width * open.count), 0, filters, width, open.count, color.unitBytes());
        filter.fill(rows, open.from);
        return rows;
    }
}
