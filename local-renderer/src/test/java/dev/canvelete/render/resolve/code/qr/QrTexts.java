package dev.canvelete.render.resolve.code.qr;

import java.util.List;
import java.util.Random;

/** Texts of runs of different kinds, so that symbols have segments of every mode, long and short, in every charset. */
final class QrTexts {
    private static final List<String> KINDS = List.of(
            "0123456789",
            "ABCXYZ $%*+-./:",
            "abc,;?=&#\"\\~",
            "äöüßéÿ\u00a0",
            "ąćęłńśźż",
            "αβγδω",
            "абвгдя",
            "שלום",
            "日本語漢字熊点茗",
            "ｱｲｳｶﾞ",
            "ไทย",
            "😀→€");

    private QrTexts() {}

    /** A text of 1 to some number of characters. */
    static String random(Random random, int longest) {
        int length = 1 + random.nextInt(longest);
        List<String> kinds = random.ints(2 + random.nextInt(3), 0, random.nextBoolean() ? 4 : KINDS.size())
                .mapToObj(KINDS::get)
                .toList();
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int[] kind = kinds.get(random.nextInt(kinds.size())).codePoints().toArray();
            int run = 1 + random.nextInt(random.nextBoolean() ? 5 : 25);
            for (int i = 0; i < run; i++) {
                text.appendCodePoint(kind[random.nextInt(kind.length)]);
            }
        }
        return text.toString();
    }
}
