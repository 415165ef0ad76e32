package dev.canvelete.render.resolve.text;

import dev.canvelete.api.design.TextAlign;
import dev.canvelete.render.font.FontFace;
import dev.canvelete.render.font.ShapedText;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Puts the glyphs of a line to their places. */
final class LinePlacement {
    static final char HYPHEN = '-';

    private final Paragraph paragraph;
    private final TextStyle style;
    private final Line line;
    private final double available;
    private final double stretch;

    /** @param available the width between which lines are aligned */
    LinePlacement(Paragraph paragraph, TextStyle style, Line line, double available, TextAlign align) {
        this.paragraph = paragraph;
        this.style = style;
        this.line = line;
        this.available = available;
        int gaps = align == TextAlign.JUSTIFY && !line.last() ? gaps() : 0;
        stretch = gaps == 0 ? 0 : Math.max(0, available - line.width()) / gaps;
    }

    /** The line's glyphs in logical order, the line's box beginning at {@code left}. */
    PlacedLine place(double left, double baseline, TextAlign align) {
        double free = available - line.width();
        double start = left
                + switch (align) {
                    case LEFT, START, JUSTIFY -> 0;
                    case RIGHT, END -> free;
                    case CENTER -> LayoutUnit.floor(free / 2);
                };
        NavigableMap<Integer, PlacedRun> placed = new TreeMap<>();
        double pen = start;
        for (Run run : paragraph.visualRuns(line)) {
            FontFace face = run.face();
            if (face == null) {
                for (int i = run.start(); i < run.end(); i++) {
                    pen += paragraph.advance(i);
                }
            } else {
                PlacedRun part = place(run, face, pen, baseline);
                placed.put(run.start(), part);
                pen = part.end();
            }
        }
        if (line.hyphenated()) {
            FontFace face = style.fonts().primary();
            ShapedText hyphen = face.shape(String.valueOf(HYPHEN), false, false);
            placed.put(
                    Integer.MAX_VALUE,
                    new PlacedRun(
                            face,
                            hyphen.glyphs(),
                            new double[] {pen},
                            new double[] {baseline},
                            "-",
                            hyphen.clusters(),
                            pen));
            pen += hyphen.advance() * style.scale(face);
        }
        return new PlacedLine(start, pen, baseline, List.copyOf(placed.values()));
    }

    private PlacedRun place(Run run, FontFace face, double start, double baseline) {
        String text = paragraph.text().substring(run.start(), run.end());
        ShapedText shaped = face.shape(text, run.rightToLeft(), style.ligatures());
        double scale = style.scale(face);
        int count = shaped.glyphs().length;
        double[] x = new double[count];
        double[] y = new double[count];
        double shift = 0;
        int previous = -1;
        for (int i = 0; i < count; i++) {
            int cluster = shaped.clusters()[i];
            if (cluster != previous) {
                shift += extraAfter(run, previous);
                previous = cluster;
            }
            x[i] = start + shaped.x()[i] * scale + shift;
            y[i] = baseline - shaped.y()[i] * scale;
        }
        shift += extraAfter(run, previous);
        return new PlacedRun(
                face, shaped.glyphs(), x, y, text, shaped.clusters(), start + shaped.advance() * scale + shift);
    }

    /** The room on the right of a cluster, in whichever direction it is read, that the font knows nothing of. */
    private double extraAfter(Run run, int cluster) {
        if (cluster < 0) {
            return 0;
        }
        int next = run.start() + cluster + 1;
        while (next < paragraph.text().length()
                && Character.isLowSurrogate(paragraph.text().charAt(next))) {
            next++;
        }
        return paragraph.spacing(run.start() + cluster) + (stretch > 0 && isGap(next) ? stretch : 0);
    }

    private int gaps() {
        int gaps = 0;
        for (int i = line.start() + 1; i < line.visibleEnd(); i++) {
            gaps += isGap(i) ? 1 : 0;
        }
        return gaps;
    }

    /** Whether the line may be stretched before a character. */
    private boolean isGap(int character) {
        if (character <= line.start() || character >= line.visibleEnd()) {
            return false;
        }
        char before = paragraph.text().charAt(character - 1);
        return Characters.isWordSpace(before)
                || Characters.isIdeographic(before)
                || Characters.isIdeographic(paragraph.text().charAt(character));
    }
}
