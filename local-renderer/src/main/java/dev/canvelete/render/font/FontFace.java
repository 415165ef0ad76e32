package dev.canvelete.render.font;

import dev.canvelete.render.scene.Typeface;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** One font file at one synthesised style. Thread-safe; equal only to itself. */
public final class FontFace implements Typeface {
    /** How far Chromium leans letters for an italic that a font does not have. */
    private static final double SYNTHETIC_SLANT = 0.25;

    /** How much Skia thickens letters for a bold that a font does not have, in ems: less from size to size. */
    private static final double SMALL_BOLD = 1 / 24.0;

    private static final double LARGE_BOLD = 1 / 32.0;
    private static final double SMALL = 9;
    private static final double LARGE = 36;

    private final FontFile file;
    private final boolean slanted;
    private final boolean emboldened;

    FontFace(FontFile file, boolean slanted, boolean emboldened) {
        this.file = file;
        this.slanted = slanted;
        this.emboldened = emboldened;
    }

    @Override
    public int glyph(int codePoint) {
        return file.glyph(codePoint);
    }

    /** The vertical measures. */
    public FontMetrics metrics() {
        return file.program().metrics();
    }

    /**
     * Shapes text of one direction: kerning, ligatures, marks, joined letters.
     *
     * @param ligatures whether letters may be drawn as one where the font wants it
     */
    public ShapedText shape(String text, boolean rightToLeft, boolean ligatures) {
        return file.program().shaper().shape(text, rightToLeft, ligatures);
    }

    @Override
    public String postScriptName() {
        return file.program().names().postScript();
    }

    @Override
    public byte[] program() {
        return file.program().sfnt();
    }

    @Override
    public int unitsPerEm() {
        return file.program().unitsPerEm();
    }

    @Override
    public Path2D outline(int glyph) {
        return file.program().outline(glyph);
    }

    @Override
    public Rectangle2D bounds(int glyph) {
        return file.program().bounds(glyph);
    }

    @Override
    public double advance(int glyph) {
        return file.program().advance(glyph);
    }

    @Override
    public double slant() {
        return slanted ? SYNTHETIC_SLANT : 0;
    }

    @Override
    public double embolden(double size) {
        double share = (Math.clamp(size, SMALL, LARGE) - SMALL) / (LARGE - SMALL);
        return emboldened ? SMALL_BOLD + share * (LARGE_BOLD - SMALL_BOLD) : 0;
    }
}
