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
        Map<Double, Integer> counts = new HashMap<>();
        double best = run.y()[0];
        for (double y : run.y()) {
            if (counts.merge(y, 1, Integer::sum) > counts.getOrDefault(best, 0)) {
                best = y;
            }
        }
        return best;
    }

    /** One run on its way out. */
    private final class Line {
        private final Glyphs run;
        private final Typeface typeface;
        private final double baseline;
        private Letters letters;
        private StringBuilder text = new StringBuilder();
        private Markup places = new Markup();
        private boolean placed;

        Line(Glyphs run, double baseline) {
            this.run = run;
            this.typeface = run.typeface();
            this.baseline = baseline;
            this.letters = Letters.nominal(typeface);
        }

        void write() {
            for (Cluster cluster : Cluster.of(run, baseline)) {
                if (isNominal(cluster)) {
                    character(cluster.text().codePointAt(0), cluster.drawn());
                    place(cluster.x());
                    if (cluster.text().length() > 1) {
                        end(Letters.nominal(typeface));
                    }
                } else {
                    shaped(cluster);
                }
            }
            end(Letters.nominal(typeface));
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

        private void character(int codePoint, Drawn drawn) {
            letters.add(codePoint, drawn);
            text.appendCodePoint(codePoint);
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
                text.codePoints().forEach(out::character);
                out.put("</tspan>");
            }
            letters = next;
            text = new StringBuilder();
            places = new Markup();
        }
    }
}
