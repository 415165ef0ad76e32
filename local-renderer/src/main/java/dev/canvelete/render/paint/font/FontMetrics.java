package dev.canvelete.render.paint.font;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A font's measures, in font units with y upwards unless said otherwise.
 *
 * @param glyphCount how many glyphs it has
 * @param unitsPerEm 16..16384
 * @param descent below the baseline, so usually negative
 * @param italicAngle degrees from the vertical, negative for a lean to the right
 */
public record FontMetrics(
        int glyphCount,
        int unitsPerEm,
        int xMin,
        int yMin,
        int xMax,
        int yMax,
        int ascent,
        int descent,
        int capHeight,
        double italicAngle) {

    static FontMetrics of(Sfnt sfnt) {
        ByteBuffer head = sfnt.table("head", 54);
        ByteBuffer hhea = sfnt.table("hhea", 36);
        ByteBuffer post = sfnt.optional("post", 8);
        int unitsPerEm = head.getShort(18) & 0xFFFF;
        if (unitsPerEm < 16 || unitsPerEm > 16384) {
            throw sfnt.broken("its em has " + unitsPerEm + " units; 16 to 16384 are possible");
        }
        int ascent = hhea.getShort(4);
        return new FontMetrics(
                sfnt.table("maxp", 6).getShort(4) & 0xFFFF,
                unitsPerEm,
                head.getShort(36),
                head.getShort(38),
                head.getShort(40),
                head.getShort(42),
                ascent,
                hhea.getShort(6),
                capHeight(sfnt.optional("OS/2", 90), ascent),
                post == null ? 0 : post.getInt(4) / 65536.0);
    }

    private static int capHeight(@Nullable ByteBuffer os2, int otherwise) {
        return os2 == null || os2.getShort(0) < 2 ? otherwise : os2.getShort(88);
    }

    /** Each glyph's advance, from {@code hmtx}. */
    static int[] advances(Sfnt sfnt, int glyphCount) {
        int measured = sfnt.table("hhea", 36).getShort(34) & 0xFFFF;
        if (measured == 0 || measured > glyphCount) {
            throw sfnt.broken("it has " + measured + " advances for " + glyphCount + " glyphs");
        }
        ByteBuffer hmtx = sfnt.table("hmtx", measured * 4);
        int[] advances = new int[glyphCount];
        for (int glyph = 0; glyph < glyphCount; glyph++) {
            advances[glyph] = hmtx.getShort(Math.min(glyph, measured - 1) * 4) & 0xFFFF;
        }
        return advances;
    }
}
