package dev.canvelete.render.resolve.text;

import dev.canvelete.render.font.FontFace;
import dev.canvelete.render.scene.Glyphs;
import dev.canvelete.render.scene.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * Glyphs of one font at their places on the canvas.
 *
 * @param end where the next run begins
 */
@SuppressWarnings("ArrayRecordComponent") // Arrays for speed; nobody compares runs as values.
record PlacedRun(FontFace face, int[] glyphs, double[] x, double[] y, String text, int[] clusters, double end) {
    Glyphs painted(double size, Paint paint) {
        return new Glyphs(face, size, glyphs, x, y, paint, text, clusters);
    }

    /** The same glyphs, standing for no text: for what is drawn again. */
    PlacedRun unread() {
        return new PlacedRun(face, glyphs, x, y, "", new int[glyphs.length], end);
    }

    /** The outline of one glyph. */
    Path2D outline(double size, int glyph) {
        double scale = size / face.unitsPerEm();
        AffineTransform placed = new AffineTransform(scale, 0, face.slant() * scale, -scale, x[glyph], y[glyph]);
        return new Path2D.Double(face.outline(glyphs[glyph]), placed);
    }

    /** The outlines of all glyphs. */
    Path2D outline(double size) {
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < glyphs.length; i++) {
            all.append(outline(size, i), false);
        }
        return all;
    }
}
