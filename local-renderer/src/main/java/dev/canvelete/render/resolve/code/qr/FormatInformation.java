package dev.canvelete.render.resolve.code.qr;

import dev.canvelete.api.design.QrElement.Level;

/** The level of error correction and the mask, at two places in every symbol (7.9). */
final class FormatInformation {
    private static final int BITS = 15;

    private FormatInformation() {}

    /** Draws it where the modules are light. */
    static void draw(Level level, int mask, Modules modules) {
        int bits = bits(level, mask);
        int size = modules.size();
        for (int i = 0; i < BITS; i++) {
            if ((bits >> i & 1) != 0) {
                modules.darken(8, i < 6 ? i : i < 8 ? i + 1 : size - BITS + i);
                modules.darken(i < 8 ? size - 1 - i : i == 8 ? 7 : BITS - 1 - i, 8);
            }
        }
    }

    /** A BCH code (annex C), so masked that it never is all light. */
    private static int bits(Level level, int mask) {
        int indicator =
                switch (level) {
                    case L -> 0b01;
                    case M -> 0b00;
                    case Q -> 0b11;
                    case H -> 0b10;
                };
        int data = (indicator << 3 | mask) << 10;
        int rest = data;
        for (int bit = BITS - 1; bit >= 10; bit--) {
            rest ^= (rest >> bit & 1) * (0b101_0011_0111 << bit - 10);
        }
        return (data | rest) ^ 0b101_0100_0001_0010;
    }
}
