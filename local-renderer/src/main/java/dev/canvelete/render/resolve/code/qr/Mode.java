package dev.canvelete.render.resolve.code.qr;

/** How a segment's characters are packed (7.3). */
enum Mode {
    NUMERIC(0b0001, 10, 12, 14),
    ALPHANUMERIC(0b0010, 9, 11, 13),
    BYTES(0b0100, 8, 16, 16),
    KANJI(0b1000, 8, 10, 12);

    /** Before the number of a charset, which is no mode of a segment. */
    static final int ECI_INDICATOR = 0b0111;

    static final int INDICATOR_BITS = 4;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private final int indicator;
    private final int[] countBits;

    Mode(int indicator, int... countBits) {
        this.indicator = indicator;
        this.countBits = countBits;
    }

    int indicator() {
        return indicator;
    }

    int countBits(SizeClass sizes) {
        return countBits[sizes.ordinal()];
    }

    /** The mode that packs one unit of {@link Content} best. */
    static Mode of(char unit) {
        if (unit >= '0' && unit <= '9') {
            return NUMERIC;
        }
        if (unit >= 'A' && unit <= 'Z' || alphanumeric(unit) >= 0) {
            return ALPHANUMERIC;
        }
        return unit > 0xFF ? KANJI : BYTES;
    }

    /** A character's number in the alphanumeric mode (table 5), -1 for one that it lacks. */
    static int alphanumeric(char unit) {
        return ALPHABET.indexOf(unit);
    }
}
