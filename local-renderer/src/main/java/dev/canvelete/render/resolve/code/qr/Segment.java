package dev.canvelete.render.resolve.code.qr;

/**
 * Units of a {@link Content} that one mode packs.
 *
 * @param from the first unit
 * @param to behind the last unit
 */
record Segment(Mode mode, int from, int to) {
    private static final int BYTE = 8;

    /** How many bits it takes, with its mode and its count. */
    int bits(char[] units, SizeClass sizes) {
        int length = to - from;
        int packed =
                switch (mode) {
                    case NUMERIC -> length / 3 * 10 + (length % 3 == 0 ? 0 : length % 3 * 3 + 1);
                    case ALPHANUMERIC -> length / 2 * 11 + length % 2 * 6;
                    case BYTES -> bytes(units) * BYTE;
                    case KANJI -> length * 13;
                };
        return Mode.INDICATOR_BITS + mode.countBits(sizes) + packed;
    }

    void write(char[] units, SizeClass sizes, BitWriter out) {
        out.write(mode.indicator(), Mode.INDICATOR_BITS);
        out.write(mode == Mode.BYTES ? bytes(units) : to - from, mode.countBits(sizes));
        switch (mode) {
            case NUMERIC -> writeDigits(units, out);
            case ALPHANUMERIC -> writeAlphanumeric(units, out);
            case BYTES -> writeBytes(units, out);
            case KANJI -> writeKanji(units, out);
        }
    }

    private int bytes(char[] units) {
        int bytes = to - from;
        for (int i = from; i < to; i++) {
            bytes += units[i] > 0xFF ? 1 : 0;
        }
        return bytes;
    }

    private void writeDigits(char[] units, BitWriter out) {
        for (int i = from; i < to; i += 3) {
            int digits = Math.min(3, to - i);
            int number = 0;
            for (int k = i; k < i + digits; k++) {
                number = number * 10 + units[k] - '0';
            }
            out.write(number, digits * 3 + 1);
        }
    }

    private void writeAlphanumeric(char[] units, BitWriter out) {
        int i = from;
        for (; i + 1 < to; i += 2) {
            out.write(Mode.alphanumeric(units[i]) * 45 + Mode.alphanumeric(units[i + 1]), 11);
        }
        if (i < to) {
            out.write(Mode.alphanumeric(units[i]), 6);
        }
    }

    private void writeBytes(char[] units, BitWriter out) {
        for (int i = from; i < to; i++) {
            out.write(units[i], units[i] > 0xFF ? 2 * BYTE : BYTE);
        }
    }

    /** The two ranges of Shift JIS, packed (7.4.6). */
    private void writeKanji(char[] units, BitWriter out) {
        for (int i = from; i < to; i++) {
            int place = units[i] - (units[i] < 0xE040 ? 0x8140 : 0xC140);
            out.write((place >> BYTE) * 0xC0 + (place & 0xFF), 13);
        }
    }
}
