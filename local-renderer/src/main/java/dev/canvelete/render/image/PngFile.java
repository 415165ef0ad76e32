package dev.canvelete.render.image;

import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A PNG (ISO/IEC 15948, third edition), all its colour types and depths, interlaced or not; of an animation, the still
 * picture. Gamma and colour profiles are passed over: its colours are taken for sRGB. Files that end early are refused.
 *
 * @param palette premultiplied pixels
 * @param key the samples that are transparent; empty for none
 * @param data the parts of the compressed picture
 */
@SuppressWarnings("ArrayRecordComponent") // A file is opened and decoded, never compared.
record PngFile(Size stored, PngFormat format, int[] palette, int[] key, List<ByteBuffer> data) implements ImageFile {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";
    private static final int OVERHEAD = 12;

    static boolean recognises(byte[] file) {
        return ImageFile.has(file, 0, SIGNATURE);
    }

    static PngFile open(byte[] file) throws ResourceException {
        if (!ImageFile.has(file, 12, "IHDR") || file.length < 33) {
            throw damaged("its header is missing");
        }
        ByteBuffer header = ByteBuffer.wrap(file, 16, 13).slice();
        Size size = new Size(header.getInt(0), header.getInt(4));
        PngFormat format = PngFormat.of(header.get(8), header.get(9), header.get(10), header.get(11), header.get(12));
        if (size.width() < 1 || size.height() < 1) {
            throw damaged("its header has no size");
        }
        byte[] colors = {};
        byte[] transparency = {};
        List<ByteBuffer> data = new ArrayList<>();
        int at = SIGNATURE.length();
        while (at + OVERHEAD <= file.length && !ImageFile.has(file, at + 4, "IEND")) {
            int length = ByteBuffer.wrap(file).getInt(at);
            if (length < 0 || length > file.length - at - OVERHEAD) {
                throw damaged("it ends early");
            }
            check(file, at, length);
            switch (new String(file, at + 4, 4, StandardCharsets.ISO_8859_1)) {
                case "PLTE" -> colors = Arrays.copyOfRange(file, at + 8, at + 8 + length);
                case "tRNS" -> transparency = Arrays.copyOfRange(file, at + 8, at + 8 + length);
                case "IDAT" -> data.add(ByteBuffer.wrap(file, at + 8, length));
                default -> {}
            }
            at += length + OVERHEAD;
        }
        return new PngFile(size, format, palette(colors, transparency), format.key(transparency), data);
    }

    /** Checks the sum of a chunk without which there is no picture. */
    private static void check(byte[] file, int at, int length) throws ResourceException {
        boolean critical = file[at + 4] < 'a';
        CRC32 crc = new CRC32();
        crc.update(file, at + 4, critical ? length + 4 : 0);
        if (critical && (int) crc.getValue() != ByteBuffer.wrap(file).getInt(at + 8 + length)) {
            throw damaged("a checksum is wrong");
        }
    }

    private static int[] palette(byte[] colors, byte[] alphas) {
        int[] palette = new int[256];
        Arrays.fill(palette, 0xFF000000);
        for (int i = 0; i < Math.min(256, colors.length / 3); i++) {
            palette[i] = Premultiplied.pixel(
                    i < alphas.length ? alphas[i] & 0xFF : 255,
                    colors[3 * i] & 0xFF,
                    colors[3 * i + 1] & 0xFF,
                    colors[3 * i + 2] & 0xFF);
        }
        return palette;
    }

    @Override
    public Size sizeFor(double neededWidth, double neededHeight) {
        return stored;
    }

    @Override
    public DecodedImage decode(Size size) throws ResourceException {
        Bitmap bitmap = Bitmap.blank(stored.width(), stored.height());
        try (PngRows rows = new PngRows(data)) {
            if (format.interlaced()) {
                for (int pass = 0; pass < PngFormat.PASSES.length; pass++) {
                    decode(rows, bitmap, PngFormat.PASSES[pass]);
                }
            } else {
                decode(rows, bitmap, PngFormat.ALL);
            }
        }
        return DecodedImage.of(bitmap, stored.width(), stored.height(), null);
    }

    private void decode(PngRows rows, Bitmap bitmap, PngFormat.Pass pass) throws ResourceException {
        int width = Math.ceilDiv(stored.width() - pass.x(), pass.stepX());
        int height = Math.ceilDiv(stored.height() - pass.y(), pass.stepY());
        if (width < 1 || height < 1) {
            return;
        }
        int[] samples = new int[width * format.channels()];
        rows.start(
                Math.ceilDiv(samples.length * format.depth(), 8), Math.ceilDiv(format.channels() * format.depth(), 8));
        for (int y = 0; y < height; y++) {
            format.unpack(rows.next(), samples);
            int to = (pass.y() + y * pass.stepY()) * stored.width() + pass.x();
            for (int x = 0; x < width; x++) {
                bitmap.argb()[to + x * pass.stepX()] = format.pixel(samples, x * format.channels(), palette, key);
            }
        }
    }

    static ResourceException damaged(String how) {
        return new ResourceException("the PNG is damaged: " + how);
    }
}
