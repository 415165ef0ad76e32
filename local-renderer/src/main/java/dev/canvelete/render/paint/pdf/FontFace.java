package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.font.FontMetrics;
import dev.canvelete.render.paint.font.FontProgram;
import dev.canvelete.render.paint.font.TrueTypeGlyph;
import dev.canvelete.render.paint.font.TrueTypeSubset;
import dev.canvelete.render.scene.Typeface;
import java.awt.geom.Path2D;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A parsed font, with each glyph that was ever used kept as it goes into files. Thread-safe. */
final class FontFace {
    /** The number of a glyph that no font has: nothing, of no width. */
    static final int BLANK = -1;

    private static final int FLAGS_SYMBOLIC = 4;
    private static final Piece NOTHING = piece(TrueTypeGlyph.of(new Path2D.Double()));

    private final String name;
    private final FontMetrics metrics;
    private final TrueTypeSubset subset;
    private final PdfBuffer measures;
    private final AtomicReferenceArray<Piece> pieces;

    private FontFace(String name, FontProgram program) {
        this.name = name;
        this.metrics = program.metrics();
        this.subset = new TrueTypeSubset(program);
        this.measures = measured();
        this.pieces = new AtomicReferenceArray<>(metrics.glyphCount());
    }

    /** One glyph, plain and compressed. */
    record Piece(TrueTypeGlyph glyph, Deflated deflated) {}

    static FontFace of(Typeface typeface) {
        String name = typeface.postScriptName();
        return new FontFace(name, FontProgram.parse(name, typeface.program(), typeface::outline));
    }

    String name() {
        return name;
    }

    TrueTypeSubset subset() {
        return subset;
    }

    int advance(int glyph) {
        return glyph == BLANK ? 0 : subset.program().advance(glyph);
    }

    /** A glyph's advance in thousandths of the em, as the file says it. */
    int width(int glyph) {
        return (int) thousandths(advance(glyph));
    }

    private long thousandths(double fontUnits) {
        return Math.round(fontUnits * 1000 / metrics.unitsPerEm());
    }

    Piece piece(int glyph) {
        if (glyph == BLANK) {
            return NOTHING;
        }
        Piece piece = pieces.get(glyph);
        if (piece == null) {
            piece = piece(subset.program().glyph(glyph));
            pieces.set(glyph, piece);
        }
        return piece;
    }

    private static Piece piece(TrueTypeGlyph outline) {
        return new Piece(outline, Deflated.of(outline.data()));
    }

    /** What every descriptor of the font says of it (ISO 32000-2, 9.8.1). */
    PdfBuffer measures() {
        return measures;
    }

    private PdfBuffer measured() {
        PdfBuffer out = new PdfBuffer().put("/Flags").integer(FLAGS_SYMBOLIC).put("/FontBBox[");
        out.integer(thousandths(metrics.xMin())).integer(thousandths(metrics.yMin()));
        out.integer(thousandths(metrics.xMax())).integer(thousandths(metrics.yMax()));
        out.put("]/ItalicAngle").number(metrics.italicAngle(), 2);
        out.put("/Ascent").integer(thousandths(metrics.ascent()));
        out.put("/Descent").integer(thousandths(metrics.descent()));
        out.put("/CapHeight").integer(thousandths(metrics.capHeight()));
        return out.put("/StemV 80");
    }
}
