package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Typeface;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * What a glyph covers: its outline and, for a bold that the font does not have, a band about it.
 *
 * @param outline in font units, y upwards
 * @param band in font units, wound as the outline is
 */
record GlyphShape(Path2D outline, @Nullable Path2D band) {
    /** How far the band's curves may be off, in ems. */
    private static final double TOLERANCE = 1 / 2000d;

    static GlyphShape of(Typeface typeface, double size, int glyph) {
        Path2D outline = typeface.outline(glyph);
        double width = typeface.embolden(size) * typeface.unitsPerEm();
        return new GlyphShape(
                outline, width > 0 ? Stroker.band(outline, width, TOLERANCE * typeface.unitsPerEm()) : null);
    }

    /** From font units to device space, for a glyph whose origin is at (0, 0): the font's slant, its size, y downwards. */
    static AffineTransform toEm(Typeface typeface, double size) {
        double scale = size / typeface.unitsPerEm();
        return new AffineTransform(scale, 0, typeface.slant() * scale, -scale, 0, 0);
    }

    Area area(AffineTransform toDevice) {
        Rectangle2D bounds = (band == null ? outline : band).getBounds2D();
        return bounds.isEmpty() ? Area.NONE : Area.around(bounds, toDevice);
    }

    void fill(AffineTransform toDevice, Area clip, Rasterizer rasterizer, Spans out) {
        rasterizer.fill(outline, band, toDevice, clip, out);
    }
}
