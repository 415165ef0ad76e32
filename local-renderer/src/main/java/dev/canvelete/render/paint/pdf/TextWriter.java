package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.scene.Glyphs;

/**
 * Text showing operators (ISO 32000-2, 9.4) for a run of glyphs. The run stays one string for as long as it stays on its
 * line; spacing that is the same throughout is character spacing, so that readers do not take it for spaces between
 * words; what stands aslant, which readers do not put in lines, says itself what it reads; whatever differs is adjusted glyph by glyph, and rounding never adds up.
 */
final class TextWriter {
    private static final int SPACING_DIGITS = 3;

    /** Readers take a gap of a tenth of the size for a space; text spaced nearly so wide says itself what it reads. */
    private static final double LIKE_SPACES = 0.08;

    private final PdfBuffer out;
    private final Glyphs run;
    private final FontSubset subset;
    private final State state;
    private final int decimals;
    private final Spelling spelling;

    TextWriter(PdfBuffer out, Glyphs run, FontSubset subset, State state) {
        this.out = out;
        this.run = run;
        this.subset = subset;
        this.state = state;
        this.decimals = state.decimals();
        this.spelling = Spelling.of(run, subset.face()::advance);
    }

    void write(int font) {
        double spacing = spacing();
        boolean spelled = !run.text().isEmpty()
                && !spelling.rightToLeft()
                && (spacing > LIKE_SPACES * run.size() || state.slanting());
        if (spelled) {
            out.put("/Span<</ActualText ").text(run.text()).put(">>").operator("BDC");
        }
        out.operator("BT").name(ResourceKind.FONT.letter, font).number(run.size(), decimals + 1);
        out.operator("Tf");
        if (spacing != 0) {
            out.number(spacing, SPACING_DIGITS).operator("Tc");
        }
        for (int from = 0; from < run.ids().length; ) {
            int to = from + 1;
            while (to < run.ids().length && run.y()[to] == run.y()[from]) {
                to++;
            }
            line(from, to, spacing);
            from = to;
        }
        if (spacing != 0) {
            out.put("0").operator("Tc");
        }
        out.operator("ET");
        if (spelled) {
            out.operator("EMC");
        }
    }

    private void line(int from, int to, double spacing) {
        int factors = Math.min(PdfBuffer.MAX_DIGITS, decimals + 2);
        out.put("1 0").number(run.typeface().slant(), factors).put("-1");
        out.number(run.x()[from], decimals).number(run.y()[from], decimals).operator("Tm");
        out.put("[(");
        double pen = run.x()[from];
        for (int i = from; i < to; i++) {
            long adjustment = Math.round((pen - run.x()[i]) * 1000 / run.size());
            if (adjustment != 0) {
                out.put(")").integer(adjustment).put("(");
                pen -= adjustment * run.size() / 1000;
            }
            glyph(i);
            pen += subset.face().width(run.ids()[i]) * run.size() / 1000 + spacing;
        }
        out.put(")]").operator("TJ");
    }

    /** From right to left, each character of a ligature has a code of its own: readers reverse codes, not texts. */
    private void glyph(int i) {
        int from = spelling.from()[i];
        int to = spelling.to()[i];
        if (spelling.rightToLeft() && to > from) {
            int second = run.text().offsetByCodePoints(from, 1);
            while (to > second) {
                int last = run.text().offsetByCodePoints(to, -1);
                code(FontFace.BLANK, last, to);
                to = last;
            }
        }
        code(run.ids()[i], from, to);
    }

    private void code(int glyph, int from, int to) {
        int code = subset.code(glyph, run.text(), from, to);
        out.escaped(code >> 8).escaped(code & 0xFF);
    }

    /** What is between most glyphs beyond their advances, in pixels. */
    private double spacing() {
        int count = 0;
        double candidate = 0;
        for (int i = 0; i + 1 < run.ids().length; i++) {
            double gap = gap(i);
            if (count == 0) {
                candidate = gap;
            }
            count += Math.abs(gap - candidate) < run.size() / 500 ? 1 : -1;
        }
        double scale = Math.pow(10, SPACING_DIGITS);
        double rounded = Math.round(candidate * scale) / scale;
        return Math.abs(rounded) < run.size() / 100 ? 0 : rounded;
    }

    private double gap(int i) {
        if (run.y()[i + 1] != run.y()[i]) {
            return 0;
        }
        return run.x()[i + 1] - run.x()[i] - subset.face().width(run.ids()[i]) * run.size() / 1000;
    }
}
