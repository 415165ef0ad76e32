package dev.canvelete.render.paint.font;

import java.awt.geom.Path2D;
import java.util.function.IntFunction;

/** A parsed font program that subsets are cut from. Thread-safe. */
public sealed interface FontProgram permits TrueTypeProgram, OutlineProgram {
    /**
     * Parses an sfnt with {@code glyf} or {@code CFF} outlines.
     *
     * @param name for messages
     * @param outlines of its glyphs, in font units with y upwards, for a font that has them in another form than
     *     {@code glyf}
     * @throws BrokenFontException when its tables are not what the format says
     */
    static FontProgram parse(String name, byte[] program, IntFunction<Path2D> outlines) {
        Sfnt sfnt = Sfnt.parse(name, program);
        return sfnt.has("glyf") ? TrueTypeProgram.parse(sfnt) : OutlineProgram.parse(sfnt, outlines);
    }

    /** What is the same for all of the font. */
    FontMetrics metrics();

    /** A glyph's horizontal advance in font units. */
    int advance(int glyph);

    /**
     * A glyph's outline, ready for a {@code glyf} table.
     *
     * @throws BrokenFontException when its description is not what the format says
     */
    TrueTypeGlyph glyph(int glyph);

    /**
     * The first bytes of a table, to be changed at will.
     *
     * @throws BrokenFontException when it is shorter
     */
    byte[] table(String tag, int length);
}
