package dev.canvelete.render.paint.pdf;

import java.util.List;

/** The zlib format (RFC 1950) that FlateDecode reads. */
final class Zlib {
    private static final byte[] HEADER = {0x78, (byte) 0xDA};
    private static final byte[] EMPTY_LAST_BLOCK = {3, 0};
    private static final int FRAME = HEADER.length + Integer.BYTES;

    private Zlib() {}

    /**
     * A stream of finished deflate blocks.
     *
     * @param adler the Adler-32 of their data
     */
    static byte[] framed(byte[] blocks, int adler) {
        return checked(new PdfBuffer(blocks.length + FRAME).raw(HEADER).raw(blocks), adler);
    }

    /** One stream of the parts' data. */
    static byte[] join(List<Deflated> parts) {
        int adler = 1;
        int length = FRAME + EMPTY_LAST_BLOCK.length;
        for (Deflated part : parts) {
            length += part.blocks().length;
        }
        PdfBuffer out = new PdfBuffer(length).raw(HEADER);
        for (Deflated part : parts) {
            out.raw(part.blocks());
            adler = part.adlerAfter(adler);
        }
        return checked(out.raw(EMPTY_LAST_BLOCK), adler);
    }

    private static byte[] checked(PdfBuffer out, int adler) {
        return out.raw(adler >>> 24)
                .raw(adler >>> 16)
                .raw(adler >>> 8)
                .raw(adler)
                .toBytes();
    }
}
