package dev.canvelete.render.scene;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** One font file, at one synthesised style. Thread-safe; equal only to itself. */
public interface Typeface {
    /** The font's PostScript name, with characters that such names allow only. */
    String postScriptName();

    /** The font program, as an sfnt (OpenType 1.9), {@code glyf} or {@code CFF} outlines; not to be changed. */
    byte[] program();

    /** Font units to the em, 16..16384. */
    int unitsPerEm();

    /** The glyph of a character before any shaping; 0 when the font has none. */
    int glyph(int codePoint);

    /** A glyph's outline in font units, y upwards, as the font has it; the same object each time, not to be changed. */
    Path2D outline(int glyph);

    /** How far a glyph's outline reaches, in font units, y upwards; empty for a glyph without one. Not to be changed. */
    default Rectangle2D bounds(int glyph) {
        return outline(glyph).getBounds2D();
    }

    /** A glyph's horizontal advance in font units. */
    double advance(int glyph);

    /** How far glyphs lean to the right for an italic that the font does not have: x per y; 0 for none. */
    double slant();

    /**
     * How much outlines are thickened for a bold that the font does not have, in ems; 0 for none.
     *
     * @param size of the em in pixels
     */
    double embolden(double size);
}
