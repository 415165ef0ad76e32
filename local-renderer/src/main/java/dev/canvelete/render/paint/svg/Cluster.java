package dev.canvelete.render.paint.svg;

import dev.canvelete.render.paint.svg.Drawn.Part;
import dev.canvelete.render.paint.vector.Graphemes;
import dev.canvelete.render.scene.Glyphs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a run's text that is neither shaped nor placed apart: a letter with its marks, a ligature.
 *
 * @param x of its origin
 */
record Cluster(String text, Drawn drawn, double x) {
    /** Ahead of all marks, joiners and surrogates. */
    private static final char FIRST_MARK = 0x300;

    /** A run's clusters, in logical order; together they are its text. */
    static List<Cluster> of(Glyphs run, double baseline) {
        int[] starts = starts(run);
        List<List<Integer>> glyphs = new ArrayList<>();
        int[] clusterOf = new int[run.text().length()];
        for (int i = 0; i < starts.length; i++) {
            glyphs.add(new ArrayList<>());
            int end = i + 1 < starts.length ? starts[i + 1] : clusterOf.length;
            Arrays.fill(clusterOf, starts[i], end, i);
        }
        for (int i = 0; i < run.ids().length; i++) {
            glyphs.get(clusterOf[run.clusters()[i]]).add(i);
        }
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : run.text().length();
            clusters.add(cluster(run, baseline, run.text().substring(starts[i], end), glyphs.get(i)));
        }
        return clusters;
    }

    /**
     * Whether each character of a run is a cluster: one with one glyph each, and white space without any behind them. Not all
     * such runs are told, but those of Latin text.
     */
    static boolean isEachLetter(Glyphs run) {
        int count = run.ids().length;
        String text = run.text();
        if (count == 0 || count > text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean own = i < count ? run.clusters()[i] == i : Character.isWhitespace(c);
            if (!own || c >= FIRST_MARK) {
                return false;
            }
        }
        return true;
    }

    /** The cluster of a character that is {@linkplain #isEachLetter one of its own}. */
    static Cluster letter(Glyphs run, double baseline, int index) {
        List<Integer> glyphs = index < run.ids().length ? List.of(index) : List.of();
        return cluster(run, baseline, run.text().substring(index, index + 1), glyphs);
    }

    private static int[] starts(Glyphs run) {
        String text = run.text();
        boolean[] begins = new boolean[text.length()];
        for (int cluster : run.clusters()) {
            begins[cluster] = !Graphemes.joinsTheOneAhead(text, cluster);
        }
        for (int i = text.length() - 1; i > 0 && Character.isWhitespace(text.charAt(i)) && !begins[i]; i--) {
            begins[i] = true;
        }
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || begins[i]) {
                starts.add(i);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Cluster cluster(Glyphs run, double baseline, String text, List<Integer> glyphs) {
        if (glyphs.isEmpty()) {
            return new Cluster(text, Drawn.NOTHING, Double.NaN);
        }
        double units = run.typeface().unitsPerEm() / run.size();
        double origin = origin(run, glyphs);
        List<Part> parts = new ArrayList<>();
        for (int i : glyphs) {
            int dx = (int) Math.round((run.x()[i] - origin) * units);
            int dy = (int) Math.round((baseline - run.y()[i]) * units);
            parts.add(new Part(run.ids()[i], dx, dy));
        }
        return new Cluster(text, new Drawn(parts), origin);
    }

    /** Where the first glyph that is no mark begins. */
    private static double origin(Glyphs run, List<Integer> glyphs) {
        for (int i : glyphs) {
            if (run.typeface().advance(run.ids()[i]) > 0) {
                return run.x()[i];
            }
        }
        return run.x()[glyphs.getFirst()];
    }
}
