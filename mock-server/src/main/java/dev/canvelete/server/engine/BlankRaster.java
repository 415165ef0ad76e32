package dev.canvelete.server.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** The smallest pictures of one colour in each raster format, of any size up to 16383 pixels a side. */
final class BlankRaster {
    /** Bits that some decoders of WebP fetch beyond those that they use. */
    private static final int READ_AHEAD = 64;

    private BlankRaster() {}

    /** White, one bit a pixel (PNG, third edition). */
    static byte[] png(int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
        file.writeBytes(pngChunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 1)
                        .array()));
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            Arrays.fill(row, 1, row.length, (byte) 0xff);
            for (int y = 0; y < height; y++) {
                deflater.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.writeBytes(pngChunk("IDAT", pixels.toByteArray()));
        file.writeBytes(pngChunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] pngChunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(ISO_8859_1));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(ISO_8859_1))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /**
     * Mid grey, one component (ITU-T T.81). Both Huffman tables have a single code, the bit 0: "no difference" for DC,
     * "end of block" for AC. So each block of 8 by 8 is two zero bits.
     */
    static byte[] jpg(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream file = new DataOutputStream(bytes)) {
            file.writeShort(0xffd8);
            file.write(hex("ffe0 0010 4a46494600 0102 00 0001 0001 0000"));
            file.write(hex("ffdb 0043 00"));
            byte[] quantization = new byte[64];
            Arrays.fill(quantization, (byte) 1);
            file.write(quantization);
            file.write(hex("ffc0 000b 08"));
            file.writeShort(height);
            file.writeShort(width);
            file.write(hex("01 01 11 00"));
            for (String table : new String[] {"00", "10"}) {
                file.write(hex("ffc4 0014" + table + "01" + "00".repeat(15) + "00"));
            }
            file.write(hex("ffda 0008 01 01 00 00 3f 00"));
            long blocks = (long) ((width + 7) / 8) * ((height + 7) / 8);
            byte[] scan = new byte[(int) ((2 * blocks + 7) / 8)];
            int unused = (int) (8L * scan.length - 2 * blocks);
            scan[scan.length - 1] = (byte) ((1 << unused) - 1);
            file.write(scan);
            file.writeShort(0xffd9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** White, lossless (RFC 9649). Each of the five prefix codes has one symbol, so a pixel takes no bits at all. */
    static byte[] webp(int width, int height) {
        Bits bits = new Bits();
        bits.put(0x2f, 8);
        bits.put(width - 1, 14);
        bits.put(height - 1, 14);
        bits.put(0, 1 + 3); // no alpha, version 0
        bits.put(0, 3); // no transform, no colour cache, no meta prefix codes
        for (int channel = 0; channel < 4; channel++) {
            bits.put(0b101, 3); // a simple code of one symbol, which takes eight bits
            bits.put(0xff, 8);
        }
        bits.put(0b001, 3); // distances: a simple code of one symbol, which takes one bit
        bits.put(0, 1);
        bits.put(0, READ_AHEAD);
        byte[] data = bits.toBytes();
        return ByteBuffer.allocate(20 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(ISO_8859_1))
                .putInt(12 + data.length)
                .put("WEBPVP8L".getBytes(ISO_8859_1))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** Bits, the least significant first, to a whole and even number of bytes, as RIFF pads its chunks. */
    private static final class Bits {
        private final BitSet bits = new BitSet();
        private int length;

        void put(int value, int count) {
            for (int i = 0; i < count; i++) {
                bits.set(length++, (value >> i & 1) == 1);
            }
        }

        byte[] toBytes() {
            return Arrays.copyOf(bits.toByteArray(), (length + 15) / 16 * 2);
        }
    }
}
