package dev.canvelete.render.font;

import java.awt.geom.Path2D;

/** The shapes of a font's glyphs. Thread-safe. */
interface Outlines {
    /** A glyph's outline in font units, y upwards; a new object each time. */
    Path2D outline(int glyph);
}
