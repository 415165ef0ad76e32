package dev.canvelete.render.paint.font;

import java.awt.geom.Path2D;

/**
 * One glyph as an entry of a {@code glyf} table: a simple outline without instructions.
 *
 * @param data padded to whole 32-bit words; empty when the glyph has no outline; not to be changed
 * @param xMin where the outline begins, in font units
 * @param checksum the sum of its words, modulo 2^32
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes to be passed on; nobody compares glyphs as values.
public record TrueTypeGlyph(byte[] data, int xMin, int points, int contours, int checksum) {
    /** An outline in font units, y upwards; curves of the third degree are approximated to a third of a unit. */
    public static TrueTypeGlyph of(Path2D outline) {
        return Contours.of(outline).encode();
    }

    static TrueTypeGlyph of(byte[] data, int points) {
        if (data.length == 0) {
            return new TrueTypeGlyph(data, 0, 0, 0, 0);
        }
        int contours = data[0] << 8 | data[1] & 0xFF;
        int xMin = data[2] << 8 | data[3] & 0xFF;
        return new TrueTypeGlyph(data, xMin, points, contours, checksum(data, 0, data.length));
    }

    /** The sum of the 32-bit words of whole words of bytes (OpenType 1.9, "Calculating checksums"). */
    static int checksum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i += 4) {
            sum += bytes[i] << 24 | (bytes[i + 1] & 0xFF) << 16 | (bytes[i + 2] & 0xFF) << 8 | bytes[i + 3] & 0xFF;
        }
        return sum;
    }
}
