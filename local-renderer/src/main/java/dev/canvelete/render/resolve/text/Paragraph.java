package dev.canvelete.render.resolve.text;

import com.ibm.icu.text.Bidi;
import dev.canvelete.render.font.FontFace;
import dev.canvelete.render.font.ShapedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The text between two forced breaks, shaped and measured. Not thread-safe. */
final class Paragraph {
    private final String text;
    private final List<Run> runs;
    private final TextStyle style;
    private final BitSet breaks;
    private final double[] advances;
    private final boolean[] clusterStarts;
    private final double[] spacing;

    Paragraph(String text, List<Run> runs, TextStyle style) {
        this.text = text;
        this.runs = runs;
        this.style = style;
        breaks = LineBreaks.in(text);
        advances = new double[text.length()];
        spacing = LetterSpacing.of(text, style.letterSpacing());
        clusterStarts = new boolean[text.length() + 1];
        Arrays.fill(clusterStarts, true);
        runs.forEach(this::measure);
    }

    String text() {
        return text;
    }

    private void measure(Run run) {
        FontFace face = run.face();
        if (face == null) {
            return;
        }
        ShapedText shaped = face.shape(text.substring(run.start(), run.end()), run.rightToLeft(), style.ligatures());
        double scale = style.scale(face);
        for (int i = run.start(); i < run.end(); i++) {
            double advance = shaped.advances()[i - run.start()];
            clusterStarts[i] = !Double.isNaN(advance);
            advances[i] = clusterStarts[i] ? advance * scale + spacing[i] : 0;
        }
    }

    /**
     * The lines that the paragraph takes in so much room: one at least, and no empty one after it.
     *
     * @param breaksWords whether a word is broken that has no room on a line of its own
     */
    List<Line> lines(double available, boolean breaksWords) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        do {
            Line line = line(start, available, breaksWords);
            lines.add(line);
            start = line.end();
        } while (start < text.length());
        return lines;
    }

    /** As many characters as there is room for; white space may hang out of the line. */
    private Line line(int start, double available, boolean breaksWords) {
        double width = 0;
        int lastBreak = -1;
        int lastFit = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i > start && breaks.get(i)) {
                lastBreak = i;
            }
            if (c == '\t') {
                advances[i] = style.tabAt(width);
            }
            width += advances[i];
            boolean tooWide = !Characters.hangs(c) && LayoutUnit.ceil(width) > available;
            if (!tooWide && c == Characters.SOFT_HYPHEN && LayoutUnit.ceil(width + hyphenWidth()) > available) {
                breaks.clear(i + 1);
            }
            if (tooWide && lastBreak > 0) {
                return finished(start, lastBreak, false);
            }
            if (tooWide && breaksWords && lastFit > start) {
                return finished(start, lastFit, true);
            }
            if (clusterStarts[i + 1]) {
                lastFit = i + 1;
            }
        }
        return finished(start, text.length(), false);
    }

    private Line finished(int start, int end, boolean broken) {
        boolean last = end == text.length();
        int visibleEnd = end;
        while (!last && visibleEnd > start && Characters.hangs(text.charAt(visibleEnd - 1))) {
            visibleEnd--;
        }
        boolean hyphenated = !last && text.charAt(end - 1) == Characters.SOFT_HYPHEN;
        double width = hyphenated ? hyphenWidth() : 0;
        for (int i = start; i < visibleEnd; i++) {
            width += advances[i];
        }
        return new Line(start, visibleEnd, end, LayoutUnit.ceil(width), last, hyphenated, broken);
    }

    private double hyphenWidth() {
        FontFace face = style.fonts().primary();
        return face.advance(face.glyph(LinePlacement.HYPHEN)) * style.scale(face) + style.letterSpacing();
    }

    /** The runs of a line in the order in which they are seen from the left. */
    Run[] visualRuns(Line line) {
        List<Run> parts = new ArrayList<>();
        for (Run run : runs) {
            if (run.end() <= line.start() || run.start() >= line.end()) {
                continue;
            }
            boolean splits = run.rightToLeft() && run.end() > line.visibleEnd();
            if (splits && run.start() < line.visibleEnd()) {
                parts.add(run.part(line.start(), line.visibleEnd()));
            }
            parts.add(
                    splits
                            ? new Run(
                                    Math.max(run.start(), line.visibleEnd()),
                                    Math.min(run.end(), line.end()),
                                    (byte) 0,
                                    run.face())
                            : run.part(line.start(), line.end()));
        }
        Run[] visual = parts.toArray(Run[]::new);
        if (visual.length < 2) {
            return visual;
        }
        byte[] levels = new byte[visual.length];
        for (int i = 0; i < visual.length; i++) {
            levels[i] = visual[i].level();
        }
        Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
        return visual;
    }

    /** The room after the letter that begins at a character, which the font knows nothing of. */
    double spacing(int character) {
        return spacing[character];
    }

    double advance(int character) {
        return advances[character];
    }
}
