package dev.canvelete.render.font;

/**
 * The vertical measures of a font, in font units.
 *
 * @param ascent above the baseline
 * @param descent below the baseline, positive
 */
public record FontMetrics(int ascent, int descent) {
    private static final int USE_TYPO_METRICS = 1 << 7;

    /** As FreeType and so Chromium choose them: "hhea", unless "OS/2" says that its own are meant. */
    static FontMetrics read(Sfnt sfnt) {
        Bytes hhea = sfnt.table("hhea");
        Bytes os2 = sfnt.find("OS/2");
        int ascent = hhea.s16(4);
        int descent = -hhea.s16(6);
        boolean typographic = os2 != null && os2.length() >= 78 && (os2.u16(62) & USE_TYPO_METRICS) != 0;
        if (os2 != null && os2.length() >= 78 && (typographic || ascent == 0 && descent == 0)) {
            ascent = os2.s16(68);
            descent = -os2.s16(70);
        }
        return new FontMetrics(ascent, descent);
    }
}
