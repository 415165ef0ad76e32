package dev.canvelete.render.font;

import java.nio.charset.StandardCharsets;

/**
 * What a font says of itself.
 *
 * @param family as people call it
 * @param postScript of printable ASCII without the characters that PostScript and PDF give a meaning
 * @param weight 1..1000
 */
record FontNames(String family, String postScript, int weight, boolean italic) {
    private static final int FAMILY = 1;
    private static final int POST_SCRIPT = 6;
    private static final int TYPOGRAPHIC_FAMILY = 16;
    private static final int WINDOWS = 3;
    private static final int ENGLISH = 0x409;
    private static final int BOLD_STYLE = 1;
    private static final int ITALIC_STYLE = 2;

    static FontNames read(Sfnt sfnt) {
        Bytes os2 = sfnt.find("OS/2");
        int style = sfnt.table("head").u16(44);
        int weight = os2 == null ? 0 : os2.u16(4);
        if (weight < 1 || weight > 1000) {
            weight = (style & BOLD_STYLE) != 0 ? 700 : 400;
        }
        boolean italic = (style & ITALIC_STYLE) != 0 || os2 != null && (os2.u16(62) & 1) != 0;
        String typographic = name(sfnt, TYPOGRAPHIC_FAMILY);
        String family = typographic.isEmpty() ? name(sfnt, FAMILY) : typographic;
        String postScript = name(sfnt, POST_SCRIPT).replaceAll("[^!-~]|[\\[\\](){}<>/%]", "");
        return new FontNames(family, postScript.isEmpty() ? "Font" : postScript, weight, italic);
    }

    /** A name, preferably the English one; empty when there is none. */
    private static String name(Sfnt sfnt, int id) {
        Bytes table = sfnt.find("name");
        if (table == null) {
            return "";
        }
        String found = "";
        int count = table.u16(2);
        int strings = table.u16(4);
        for (int i = 0; i < count; i++) {
            int record = 6 + i * 12;
            if (table.u16(record + 6) != id) {
                continue;
            }
            boolean windows = table.u16(record) == WINDOWS;
            if (found.isEmpty() || windows && table.u16(record + 4) == ENGLISH) {
                found = table.text(
                        strings + table.u16(record + 10),
                        table.u16(record + 8),
                        windows || table.u16(record) == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
            }
        }
        return found.strip();
    }
}
