package dev.canvelete.render.resolve.code.qr;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text in the charset that a symbol holds it in: the first of a list that has all its characters, as most readers know
 * the first ones best.
 *
 * @param eci the charset's number, {@link #DEFAULT_ECI} for what readers take it for unless told
 * @param units values up to 0xFF are bytes; higher ones are two, a character of Shift JIS
 */
record Content(int eci, char[] units) {
    /** ISO 8859-1. */
    static final int DEFAULT_ECI = 3;

    private static final int SHIFT_JIS = 20;

    /** Those of AIM's list of charsets that this Java has; the last one has every character. */
    private static final List<Eci> CHARSETS = List.of(
                    new Eci(4, "ISO-8859-2"),
                    new Eci(5, "ISO-8859-3"),
                    new Eci(6, "ISO-8859-4"),
                    new Eci(7, "ISO-8859-5"),
                    new Eci(8, "ISO-8859-6"),
                    new Eci(9, "ISO-8859-7"),
                    new Eci(10, "ISO-8859-8"),
                    new Eci(11, "ISO-8859-9"),
                    new Eci(12, "ISO-8859-10"),
                    new Eci(13, "ISO-8859-11"),
                    new Eci(15, "ISO-8859-13"),
                    new Eci(16, "ISO-8859-14"),
                    new Eci(17, "ISO-8859-15"),
                    new Eci(18, "ISO-8859-16"),
                    new Eci(21, "windows-1250"),
                    new Eci(22, "windows-1251"),
                    new Eci(23, "windows-1252"),
                    new Eci(24, "windows-1256"),
                    new Eci(SHIFT_JIS, "Shift_JIS"),
                    new Eci(26, "UTF-8"))
            .stream()
            .filter(eci -> Charset.isSupported(eci.name()))
            .toList();

    private record Eci(int number, String name) {
        Charset charset() {
            return Charset.forName(name);
        }
    }

    /**
     * A text's units.
     *
     * @throws IllegalArgumentException if it has half a surrogate pair
     */
    static Content of(String text) {
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            return new Content(DEFAULT_ECI, text.toCharArray());
        }
        for (Eci eci : CHARSETS) {
            if (eci.charset().newEncoder().canEncode(text)) {
                byte[] bytes = text.getBytes(eci.charset());
                return new Content(eci.number(), eci.number() == SHIFT_JIS ? pairs(bytes) : units(bytes));
            }
        }
        throw new IllegalArgumentException("whole characters are right, and half a surrogate pair is none");
    }

    private static char[] units(byte[] bytes) {
        char[] units = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            units[i] = (char) (bytes[i] & 0xFF);
        }
        return units;
    }

    /** Two bytes of a character in one unit. */
    private static char[] pairs(byte[] bytes) {
        char[] units = new char[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int unit = bytes[i] & 0xFF;
            boolean leads = unit >= 0x81 && unit <= 0x9F || unit >= 0xE0;
            units[length++] = (char) (leads ? unit << 8 | bytes[++i] & 0xFF : unit);
        }
        return Arrays.copyOf(units, length);
    }
}
