package dev.canvelete.render.paint.pdf;

import java.util.List;
import java.util.zip.Deflater;

/** The zlib format (RFC 1950) that FlateDecode reads. */
final class Zlib {
    private static final byte[] HEADER = {0x78, (byte) 0xDA};
    private static final byte[] EMPTY_LAST_BLOCK = {3, 0};

    private Zlib() {}

    static byte[] compress(byte[] data, int length, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(data, 0, length);
            deflater.finish();
            byte[] chunk = new byte[length / 2 + 64];
            PdfBuffer out = new PdfBuffer(chunk.length);
            while (!deflater.finished()) {
                out.raw(chunk, 0, deflater.deflate(chunk));
            }
            return out.toBytes();
        } finally {
            deflater.end();
        }
    }

    /** One stream of the parts' data. */
    static byte[] join(List<Deflated> parts) {
        int adler = 1;
        int length = HEADER.length + EMPTY_LAST_BLOCK.length + 4;
        for (Deflated part : parts) {
            length += part.blocks().length;
        }
        PdfBuffer out = new PdfBuffer(length).raw(HEADER);
        for (Deflated part : parts) {
            out.raw(part.blocks());
            adler = part.adlerAfter(adler);
        }
        out.raw(EMPTY_LAST_BLOCK);
        return out.raw(adler >>> 24)
                .raw(adler >>> 16)
                .raw(adler >>> 8)
                .raw(adler)
                .toBytes();
    }
}
