package dev.canvelete.render.paint.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sRGB colour space (IEC 61966-2-1) as a small profile (ICC.1:2022, version 4 of the format). */
final class SrgbProfile {
    private static final int HEADER = 128;
    private static final double[] D50 = {0.9642, 1, 0.82491};

    /** From D65 to D50, by Bradford's method; rows. */
    private static final double[] ADAPTATION = {
        1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168
    };

    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};

    /** Exponent and factors of the transfer function. */
    private static final double[] TRANSFER = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private SrgbProfile() {}

    static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text("sRGB"));
        tags.put("cprt", text("CC0"));
        tags.put("wtpt", numbers("XYZ ", 0, D50));
        tags.put("chad", numbers("sf32", 0, ADAPTATION));
        tags.put("rXYZ", numbers("XYZ ", 0, RED));
        tags.put("gXYZ", numbers("XYZ ", 0, GREEN));
        tags.put("bXYZ", numbers("XYZ ", 0, BLUE));
        byte[] transfer = numbers("para", 4, TRANSFER);
        ByteBuffer.wrap(transfer).putShort(8, (short) 3);
        tags.put("rTRC", transfer);
        tags.put("gTRC", transfer);
        tags.put("bTRC", transfer);
        return assemble(tags, transfer);
    }

    private static byte[] assemble(Map<String, byte[]> tags, byte[] shared) {
        int start = HEADER + 4 + 12 * tags.size();
        int length = start - 2 * shared.length;
        for (byte[] tag : tags.values()) {
            length += tag.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        header(out, length);
        out.position(HEADER).putInt(tags.size());
        int offset = start;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            boolean again = tag.getValue() == shared && !tag.getKey().equals("rTRC");
            offset -= again ? shared.length : 0;
            out.put(ascii(tag.getKey())).putInt(offset).putInt(tag.getValue().length);
            out.put(offset, tag.getValue());
            offset += tag.getValue().length;
        }
        return out.array();
    }

    private static void header(ByteBuffer out, int length) {
        out.putInt(length).putInt(0).putInt(0x04200000);
        out.put(ascii("mntrRGB XYZ "));
        out.putShort((short) 2000).putShort((short) 1).putShort((short) 1);
        out.put(36, ascii("acsp")).position(68);
        for (double value : D50) {
            out.putInt(fixed(value));
        }
    }

    private static byte[] text(String text) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(28 + (characters.length + 3 & ~3))
                .put(ascii("mluc"))
                .putInt(0)
                .putInt(1)
                .putInt(12)
                .put(ascii("enUS"))
                .putInt(characters.length)
                .putInt(28)
                .put(characters)
                .array();
    }

    private static byte[] numbers(String type, int gap, double... values) {
        ByteBuffer out = ByteBuffer.allocate(8 + gap + 4 * values.length).put(ascii(type));
        out.position(8 + gap);
        for (double value : values) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
