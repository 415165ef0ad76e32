package dev.canvelete.render.font;

/** Advances and side bearings in font units (OpenType 1.9, "hmtx"). Immutable. */
final class HorizontalMetrics {
    private final Bytes hmtx;
    private final int full;
    private final int glyphCount;

    HorizontalMetrics(Sfnt sfnt, int glyphCount) {
        hmtx = sfnt.table("hmtx");
        full = Math.min(sfnt.table("hhea").u16(34), glyphCount);
        this.glyphCount = glyphCount;
        if (full == 0 || hmtx.length() < full * 4L) {
            throw new FontException("its table \"hmtx\" is too short");
        }
    }

    /** The advance of a glyph; 0 for a number that is no glyph's. */
    int advance(int glyph) {
        return glyph < 0 || glyph >= glyphCount ? 0 : hmtx.u16(Math.min(glyph, full - 1) * 4);
    }

    int leftBearing(int glyph) {
        if (glyph < full) {
            return hmtx.s16(glyph * 4 + 2);
        }
        int at = full * 4 + (glyph - full) * 2;
        return at + 2 > hmtx.length() ? 0 : hmtx.s16(at);
    }
}
