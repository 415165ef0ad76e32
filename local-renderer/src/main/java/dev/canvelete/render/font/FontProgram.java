package dev.canvelete.render.font;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A parsed font file: everything of it that does not depend on a size or style. Thread-safe. */
final class FontProgram {
    private final byte[] sfnt;
    private final FontNames names;
    private final FontMetrics metrics;
    private final int unitsPerEm;
    private final Cmap cmap;
    private final HorizontalMetrics advances;
    private final Outlines outlines;
    private final AtomicReferenceArray<Glyph> drawn;
    private final Shaper shaper;

    private record Glyph(Path2D outline, Rectangle2D bounds) {
        static final Glyph NONE = of(new Path2D.Double());

        static Glyph of(Path2D outline) {
            return new Glyph(outline, outline.getBounds2D());
        }
    }

    private FontProgram(Sfnt file) {
        sfnt = file.program();
        Bytes head = file.table("head");
        unitsPerEm = head.u16(18);
        if (unitsPerEm < 16 || unitsPerEm > 16384) {
            throw new FontException("its em of " + unitsPerEm + " units is outside 16..16384");
        }
        int glyphCount = file.table("maxp").u16(4);
        names = FontNames.read(file);
        metrics = FontMetrics.read(file);
        cmap = Cmap.read(file.table("cmap"), glyphCount);
        advances = new HorizontalMetrics(file, glyphCount);
        shaper = new Shaper(sfnt, unitsPerEm, advances);
        outlines = file.find("glyf") == null ? shaper.outlines() : new GlyfOutlines(file, advances, glyphCount);
        if (file.find("glyf") == null) {
            file.table("CFF ");
        }
        drawn = new AtomicReferenceArray<>(glyphCount);
    }

    /**
     * Reads a TTF, OTF or WOFF file.
     *
     * @throws FontException naming the file, if it is malformed
     */
    static FontProgram parse(String file, byte[] content) {
        try {
            return new FontProgram(Sfnt.read(content));
        } catch (FontException e) {
            throw e.in(file);
        }
    }

    byte[] sfnt() {
        return sfnt;
    }

    FontNames names() {
        return names;
    }

    FontMetrics metrics() {
        return metrics;
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    int glyph(int codePoint) {
        return cmap.glyph(codePoint);
    }

    int advance(int glyph) {
        return advances.advance(glyph);
    }

    Shaper shaper() {
        return shaper;
    }

    Path2D outline(int glyph) {
        return drawn(glyph).outline;
    }

    /** How far a glyph's outline reaches; the same object each time, not to be changed. */
    Rectangle2D bounds(int glyph) {
        return drawn(glyph).bounds;
    }

    private Glyph drawn(int glyph) {
        if (glyph < 0 || glyph >= drawn.length()) {
            return Glyph.NONE;
        }
        Glyph known = drawn.get(glyph);
        if (known == null) {
            drawn.compareAndSet(glyph, null, Glyph.of(outlines.outline(glyph)));
            known = drawn.get(glyph);
        }
        return known;
    }
}
