package dev.canvelete.render.scene;

/**
 * A run of glyphs of one font, and the text that they stand for.
 *
 * @param size of the em in pixels
 * @param ids the font's own glyph numbers
 * @param x where each glyph's origin lies
 * @param y where each glyph's origin, on its baseline, lies
 * @param text in logical order; empty when the glyphs are to be seen and not to be read
 * @param clusters for each glyph, the index in {@code text} of the first character that it stands for
 */
@SuppressWarnings("ArrayRecordComponent") // Arrays for speed; nobody compares runs as values.
public record Glyphs(
        Typeface typeface, double size, int[] ids, double[] x, double[] y, Paint paint, String text, int[] clusters)
        implements Item {}
