package dev.canvelete.render.paint.pdf;

import java.util.List;

/** The zlib format (RFC 1950) that FlateDecode reads. */
final class Zlib {
    private static final byte[] HEADER = {0x78, (byte) 0xDA};
    private static final byte[] EMPTY_LAST_BLOCK = {3, 0};
    private static final int FRAME = HEADER.length + Integer.BYTES;

    private Zlib() {}

    /**
     * Writes a stream of finished deflate blocks.
     *
     * @param adler the Adler-32 of their data
     */
    static PdfBuffer frame(byte[] blocks, int count, int adler, PdfBuffer out) {
        return sum(out.raw(HEADER).raw(blocks, 0, count), adler);
    }

    /** How many bytes {@link #join} writes. */
    static int length(List<Deflated> parts) {
        int length = FRAME + EMPTY_LAST_BLOCK.length;
        for (Deflated part : parts) {
            length += part.blocks().length;
        }
        return length;
    }

    /** Writes one stream of the parts' data. */
    static PdfBuffer join(List<Deflated> parts, PdfBuffer out) {
        int adler = 1;
        out.raw(HEADER);
        for (Deflated part : parts) {
            out.raw(part.blocks());
            adler = part.adlerAfter(adler);
        }
        return sum(out.raw(EMPTY_LAST_BLOCK), adler);
    }

    private static PdfBuffer sum(PdfBuffer out, int adler) {
        return out.raw(adler >>> 24).raw(adler >>> 16).raw(adler >>> 8).raw(adler);
    }
}
