package dev.canvelete.render.encode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The markers of a JPEG file (ITU-T T.81 Annex B, JFIF 1.02). */
final class JpegFile {
    private static final int MAX_SIDE = 65535;

    private JpegFile() {}

    /** Everything ahead of the entropy-coded data. */
    static void head(int width, int height, int quality, int dpi, ByteSink sink) {
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "a JPEG is at most " + MAX_SIDE + " pixels wide and high, not " + width + " x " + height);
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality is 1 to 100, not " + quality);
        }
        sink.u16(0xFFD8);
        application(dpi, sink);
        quantisation(0, JpegTables.luminance(quality), sink);
        quantisation(1, JpegTables.chrominance(quality), sink);
        frame(width, height, sink);
        huffman(sink);
        sink.u16(0xFFDD);
        sink.u16(4);
        sink.u16((width + JpegBlocks.SIDE - 1) / JpegBlocks.SIDE);
        scan(sink);
    }

    private static void application(int dpi, ByteSink sink) {
        sink.u16(0xFFE0);
        sink.u16(16);
        sink.all("JFIF\0".getBytes(StandardCharsets.US_ASCII));
        sink.u16(0x0102);
        sink.u8(1);
        sink.u16(dpi);
        sink.u16(dpi);
        sink.u16(0);
    }

    private static void quantisation(int identifier, int[] steps, ByteSink sink) {
        sink.u16(0xFFDB);
        sink.u16(3 + 64);
        sink.u8(identifier);
        for (int place : JpegTables.ZIGZAG) {
            sink.u8(steps[place]);
        }
    }

    private static void frame(int width, int height, ByteSink sink) {
        sink.u16(0xFFC0);
        sink.u16(8 + 3 * 3);
        sink.u8(8);
        sink.u16(height);
        sink.u16(width);
        sink.u8(3);
        for (int component = 1; component <= 3; component++) {
            sink.u8(component);
            sink.u8(component == 1 ? 0x22 : 0x11);
            sink.u8(component == 1 ? 0 : 1);
        }
    }

    private static void huffman(ByteSink sink) {
        List<JpegHuffman> tables = List.of(
                JpegTables.LUMINANCE_DC, JpegTables.LUMINANCE_AC, JpegTables.CHROMINANCE_DC, JpegTables.CHROMINANCE_AC);
        sink.u16(0xFFC4);
        sink.u16(2 + tables.stream().mapToInt(JpegHuffman::definedBytes).sum());
        for (int i = 0; i < 4; i++) {
            tables.get(i).define((i & 1) << 4 | i >> 1, sink);
        }
    }

    private static void scan(ByteSink sink) {
        sink.u16(0xFFDA);
        sink.u16(6 + 2 * 3);
        sink.u8(3);
        for (int component = 1; component <= 3; component++) {
            sink.u8(component);
            sink.u8(component == 1 ? 0x00 : 0x11);
        }
        sink.u8(0);
        sink.u8(63);
        sink.u8(0);
    }

    /** What follows the given row of squares: a restart marker, or the end. */
    static void after(int row, int rows, ByteSink sink) {
        sink.u16(row + 1 == rows ? 0xFFD9 : 0xFFD0 | (row & 7));
    }
}
