package dev.canvelete.render.encode;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The chunks of a PNG file (W3C PNG, third edition, 5 and 11). */
final class PngFile {
    /** Deflate with a window of 32 KB (RFC 1950, 2.2). */
    static final int ZLIB_HEADER = 0x78DA;

    /** An empty block with the fixed code, marked as the last, in two bytes. */
    static final int LAST_BLOCK = 0x0300;

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final double INCHES_IN_METRE = 1 / 0.0254;

    private final ByteSink sink;
    private final CRC32 crc = new CRC32();

    PngFile(ByteSink sink) {
        this.sink = sink;
    }

    /** Everything ahead of the image data. */
    void head(int width, int height, PngColor color, int dpi) {
        sink.u32((int) (SIGNATURE >> 32));
        sink.u32((int) SIGNATURE);
        int header = begin("IHDR");
        sink.u32(width);
        sink.u32(height);
        sink.u8(color.depth());
        sink.u8(color.type());
        sink.u8(0);
        sink.u8(0);
        sink.u8(0);
        end(header);
        if (color instanceof PngColor.Indexed indexed) {
            palette(indexed.palette());
        }
        int density = begin("pHYs");
        int perMetre = (int) Math.rint(dpi * INCHES_IN_METRE);
        sink.u32(perMetre);
        sink.u32(perMetre);
        sink.u8(1);
        end(density);
    }

    private void palette(Palette palette) {
        int transparent = 0;
        int colors = begin("PLTE");
        for (int i = 0; i < palette.size(); i++) {
            int color = palette.color(i);
            sink.u8(color >> 16);
            sink.u16(color);
            transparent = color >>> 24 == 0xFF ? transparent : i + 1;
        }
        end(colors);
        if (transparent > 0) {
            int opacities = begin("tRNS");
            for (int i = 0; i < transparent; i++) {
                sink.u8(palette.color(i) >>> 24);
            }
            end(opacities);
        }
    }

    /** Begins a chunk; its data is what goes into the sink until {@link #end}. */
    int begin(String type) {
        sink.u32(0);
        sink.all(type.getBytes(StandardCharsets.US_ASCII));
        return sink.length;
    }

    /** Ends the chunk whose data began there. */
    void end(int start) {
        int length = sink.length - start;
        int end = sink.length;
        sink.length = start - 8;
        sink.u32(length);
        sink.length = end;
        crc.reset();
        crc.update(sink.bytes, start - 4, length + 4);
        sink.u32((int) crc.getValue());
    }

    void tail() {
        end(begin("IEND"));
    }
}
