package dev.canvelete.render.resolve.code.qr;

/** What is the same in all symbols of a version (6.3), and where no data lies. For one thread. */
final class FunctionPatterns {
    private static final int FINDER = 7;

    private final int size;
    private final Modules dark;
    private final Modules reserved;

    FunctionPatterns(Version version) {
        size = version.size();
        dark = new Modules(size);
        reserved = new Modules(size);
        drawTiming();
        drawFinder(3, 3);
        drawFinder(size - 4, 3);
        drawFinder(3, size - 4);
        drawAlignment(version.alignment());
        reserveFormat();
        if (version.number() >= Version.FIRST_WITH_INFORMATION) {
            drawInformation(version.number());
        }
    }

    Modules dark() {
        return dark;
    }

    /** Dark where no data lies. */
    Modules reserved() {
        return reserved;
    }

    private void draw(int x, int y, boolean isDark) {
        reserved.darken(x, y);
        if (isDark) {
            dark.darken(x, y);
        }
    }

    private void drawTiming() {
        for (int i = FINDER + 1; i < size - FINDER - 1; i++) {
            draw(i, 6, i % 2 == 0);
            draw(6, i, i % 2 == 0);
        }
    }

    /** Squares within each other, and the light separator around them, as far as it is in the symbol. */
    private void drawFinder(int middleX, int middleY) {
        for (int y = Math.max(0, middleY - 4); y <= Math.min(size - 1, middleY + 4); y++) {
            for (int x = Math.max(0, middleX - 4); x <= Math.min(size - 1, middleX + 4); x++) {
                int distance = Math.max(Math.abs(x - middleX), Math.abs(y - middleY));
                draw(x, y, distance != 2 && distance != 4);
            }
        }
    }

    /** One at each crossing, but for the three that finder patterns cover. */
    private void drawAlignment(int[] middles) {
        int last = middles.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int k = 0; k <= last; k++) {
                if ((i > 0 || k > 0 && k < last) && (k > 0 || i < last)) {
                    drawAlignment(middles[k], middles[i]);
                }
            }
        }
    }

    private void drawAlignment(int middleX, int middleY) {
        for (int y = middleY - 2; y <= middleY + 2; y++) {
            for (int x = middleX - 2; x <= middleX + 2; x++) {
                draw(x, y, Math.max(Math.abs(x - middleX), Math.abs(y - middleY)) != 1);
            }
        }
    }

    /** What {@link FormatInformation} draws, and the dark module beside it. */
    private void reserveFormat() {
        for (int i = 0; i <= 8; i++) {
            reserved.darken(i, 8);
            reserved.darken(8, i);
        }
        for (int i = size - 8; i < size; i++) {
            reserved.darken(i, 8);
            reserved.darken(8, i);
        }
        dark.darken(8, size - 8);
    }

    /** The version's number, in a code that repairs it, at two places (7.10). */
    private void drawInformation(int version) {
        int bits = version << 12 | remainder(version << 12);
        for (int i = 0; i < 18; i++) {
            boolean isDark = (bits >> i & 1) != 0;
            draw(i / 3, size - 11 + i % 3, isDark);
            draw(size - 11 + i % 3, i / 3, isDark);
        }
    }

    /** Of the division by the generator of the (18, 6) Golay code (annex D). */
    private static int remainder(int bits) {
        int rest = bits;
        for (int bit = 17; bit >= 12; bit--) {
            rest ^= (rest >> bit & 1) * (0b1_1111_0010_0101 << bit - 12);
        }
        return rest;
    }
}
