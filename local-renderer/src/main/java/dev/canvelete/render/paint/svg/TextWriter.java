package dev.canvelete.render.paint.svg;

import dev.canvelete.render.scene.Glyphs;
import dev.canvelete.render.scene.Typeface;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of glyphs as text. Every cluster has its place, so that nothing depends on how a reader shapes and orders text:
 * characters stay in logical order, are never reordered, and look as the fonts of the document say. A cluster of several
 * characters is drawn at the first of them, the others being blank.
 */
final class TextWriter {
    private final Markup out;
    private final int decimals;

    TextWriter(Markup out, int decimals) {
        this.out = out;
        this.decimals = decimals;
    }

    /** Whether a run goes on in the same element. */
    static boolean goesOn(Glyphs before, Glyphs next) {
        return before.size() == next.size()
                && before.paint().equals(next.paint())
                && before.typeface().embolden(before.size()) == next.typeface().embolden(next.size())
                && before.typeface().slant() == 0
                && next.typeface().slant() == 0;
    }

    /** Writes the content of a text element. */
    void write(List<Glyphs> runs) {
        for (int i = 0; i < runs.size(); i++) {
            Glyphs run = runs.get(i);
            new Line(run, baseline(run)).write();
            boolean last = i + 1 == runs.size();
            if (!last
                    && baseline(runs.get(i + 1)) != baseline(run)
                    && !run.text().endsWith(" ")) {
                out.put(" ");
            }
        }
    }

    /** Where most of its glyphs stand. */
    static double baseline(Glyphs run) {
        double best = run.y()[0];
        if (isLevel(run)) {
            return best;
        }
        Map<Double, Integer> counts = new HashMap<>();
        for (double y : run.y()) {
            if (counts.merge(y, 1, Integer::sum) > counts.getOrDefault(best, 0)) {
                best = y;
            }
        }
        return best;
    }

    private static boolean isLevel(Glyphs run) {
        double first = run.y()[0];
        for (double y : run.y()) {
            if (y != first) {
                return false;
            }
        }
        return true;
    }

    /** One run on its way out. */
    private final class Line {
        private final Glyphs run;
        private final Typeface typeface;
        private final double baseline;
        private Letters letters;
        private final StringBuilder text = new StringBuilder();
        private final Markup places = new Markup();
        private boolean placed;

        Line(Glyphs run, double baseline) {
            this.run = run;
            this.typeface = run.typeface();
            this.baseline = baseline;
            this.letters = Letters.nominal(typeface);
        }

        void write() {
            if (Cluster.isEachLetter(run)) {
                for (int i = 0; i < run.text().length(); i++) {
                    letter(i);
                }
            } else {
                Cluster.of(run, baseline).forEach(this::cluster);
            }
            end(Letters.nominal(typeface));
        }

        /** Most of all text: a character, its glyph, and no need to ask what belongs to it. */
        private void letter(int index) {
            int c = run.text().charAt(index);
            if (index < run.ids().length
                    && run.y()[index] == baseline
                    && Xml.shown(c) == c
                    && typeface.glyph(c) == run.ids()[index]) {
                letters.add(c, run.ids()[index]);
                text.appendCodePoint(c);
                place(run.x()[index]);
            } else {
                cluster(Cluster.letter(run, baseline, index));
            }
        }

        private void cluster(Cluster cluster) {
            if (!isNominal(cluster)) {
                shaped(cluster);
                return;
            }
            int c = cluster.text().codePointAt(0);
            letters.add(c, cluster.drawn());
            text.appendCodePoint(c);
            place(cluster.x());
            if (cluster.text().length() > 1) {
                end(Letters.nominal(typeface));
            }
        }

        /** Whether it is one character that looks as the font has it. */
        private boolean isNominal(Cluster cluster) {
            int c = cluster.text().codePointAt(0);
            return Character.charCount(c) == cluster.text().length()
                    && Xml.shown(c) == c
                    && cluster.drawn().is(typeface.glyph(c));
        }

        private void shaped(Cluster cluster) {
            end(Letters.shaped(typeface));
            Drawn drawn = cluster.drawn();
            for (int c : cluster.text().codePoints().toArray()) {
                if (!letters.add(Xml.shown(c), drawn)) {
                    // The same character again, now blank: that takes another font.
                    end(Letters.shaped(typeface));
                    letters.add(Xml.shown(c), drawn);
                }
                text.appendCodePoint(Xml.shown(c));
                if (drawn != Drawn.NOTHING && !Double.isNaN(cluster.x())) {
                    place(cluster.x());
                }
                drawn = Drawn.NOTHING;
            }
            end(Letters.nominal(typeface));
        }

        private void place(double x) {
            places.put(places.isEmpty() ? "" : " ").number(x, decimals);
        }

        private void end(Letters next) {
            if (!text.isEmpty()) {
                out.put("<tspan").family(letters);
                if (!places.isEmpty()) {
                    out.attribute("x", places.plain());
                    if (!placed) {
                        out.attribute("y", baseline, decimals);
                    }
                    placed = true;
                }
                out.put(">");
                out.characters(text);
                out.put("</tspan>");
            }
            letters = next;
            text.setLength(0);
            places.clear();
        }
    }
}
