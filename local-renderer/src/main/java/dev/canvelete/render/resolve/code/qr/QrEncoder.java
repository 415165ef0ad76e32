package dev.canvelete.render.resolve.code.qr;

import dev.canvelete.api.design.QrElement.Level;
import java.util.List;

/** Makes the smallest symbol that holds a text. Thread-safe. */
public final class QrEncoder {
    private static final Level[] LEVELS = Level.values();
    private static final int ECI_BITS = 8;

    private QrEncoder() {}

    /**
     * Encodes a text.
     *
     * @param level the least one; the symbol has a higher one where that takes no more room
     * @throws IllegalArgumentException if no symbol of the level holds the text
     */
    public static QrSymbol encode(String text, Level level) {
        Content content = Content.of(text);
        int bits = 0;
        for (SizeClass sizes : SizeClass.values()) {
            List<Segment> segments = Segmentation.of(content.units(), sizes);
            bits = bits(content, segments, sizes);
            for (int number = sizes.first(); number <= sizes.last(); number++) {
                Version version = Version.ALL.get(number - 1);
                if (holds(version, level, bits)) {
                    return symbol(version, highest(version, level, bits), content, segments, sizes);
                }
            }
        }
        int most = Version.ALL.getLast().dataCodewords(level);
        throw new IllegalArgumentException("a QR code of error correction level " + level + " holds " + most
                + " bytes at most, and this takes " + (bits + 7) / 8);
    }

    private static int bits(Content content, List<Segment> segments, SizeClass sizes) {
        int bits = content.eci() == Content.DEFAULT_ECI ? 0 : Mode.INDICATOR_BITS + ECI_BITS;
        for (Segment segment : segments) {
            bits += segment.bits(content.units(), sizes);
        }
        return bits;
    }

    private static boolean holds(Version version, Level level, int bits) {
        return version.dataCodewords(level) * 8 >= bits;
    }

    private static Level highest(Version version, Level least, int bits) {
        Level highest = least;
        for (int i = least.ordinal() + 1; i < LEVELS.length && holds(version, LEVELS[i], bits); i++) {
            highest = LEVELS[i];
        }
        return highest;
    }

    private static QrSymbol symbol(
            Version version, Level level, Content content, List<Segment> segments, SizeClass sizes) {
        BitWriter out = new BitWriter(version.dataCodewords(level));
        if (content.eci() != Content.DEFAULT_ECI) {
            out.write(Mode.ECI_INDICATOR, Mode.INDICATOR_BITS);
            out.write(content.eci(), ECI_BITS);
        }
        for (Segment segment : segments) {
            segment.write(content.units(), sizes, out);
        }
        out.write(0, Mode.INDICATOR_BITS);
        return new QrSymbol(Layout.of(version).draw(Codewords.of(version, level, out.padded())));
    }
}
