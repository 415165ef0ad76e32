package dev.canvelete.render.paint.font;

import java.awt.geom.Path2D;
import java.util.function.IntFunction;

/** A font whose outlines are not TrueType's, such as {@code CFF}: they are made so, to within a third of a unit. */
public final class OutlineProgram implements FontProgram {
    private final Sfnt sfnt;
    private final FontMetrics metrics;
    private final int[] advances;
    private final IntFunction<Path2D> outlines;

    private OutlineProgram(Sfnt sfnt, FontMetrics metrics, IntFunction<Path2D> outlines) {
        this.sfnt = sfnt;
        this.metrics = metrics;
        this.advances = FontMetrics.advances(sfnt, metrics.glyphCount());
        this.outlines = outlines;
    }

    static OutlineProgram parse(Sfnt sfnt, IntFunction<Path2D> outlines) {
        return new OutlineProgram(sfnt, FontMetrics.of(sfnt), outlines);
    }

    @Override
    public FontMetrics metrics() {
        return metrics;
    }

    @Override
    public int advance(int glyph) {
        return sfnt.advance(advances, glyph);
    }

    @Override
    public TrueTypeGlyph glyph(int glyph) {
        return TrueTypeGlyph.of(outlines.apply(glyph));
    }

    @Override
    public byte[] table(String tag, int length) {
        return sfnt.copy(tag, length);
    }
}
