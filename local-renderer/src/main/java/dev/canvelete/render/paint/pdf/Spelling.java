package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.Graphemes;
import dev.canvelete.render.scene.Glyphs;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Which part of its run's text each glyph stands for, so that readers, who go by where glyphs are and how far they
 * advance, get the text back. White space at the end of the text that has no glyph belongs to none.
 *
 * @param from where the part of each glyph begins
 * @param to where it ends
 * @param rightToLeft whether the glyphs, which go from left to right, are in the reverse order of the text
 */
@SuppressWarnings("ArrayRecordComponent") // Arrays for speed; nobody compares spellings as values.
record Spelling(int[] from, int[] to, boolean rightToLeft) {
    /**
     * Spells a run.
     *
     * @param advances of glyphs, by number
     */
    static Spelling of(Glyphs run, IntUnaryOperator advances) {
        int count = run.ids().length;
        Spelling spelling = new Spelling(new int[count], new int[count], isRightToLeft(run));
        boolean[] begins = new boolean[run.text().length() + 1];
        for (int cluster : run.clusters()) {
            // From right to left, readers put marks where they find them.
            begins[cluster] = spelling.rightToLeft || !Graphemes.joinsTheOneAhead(run.text(), cluster);
        }
        for (int first = 0; first < count; ) {
            int start = start(begins, run.clusters()[first]);
            int end = first + 1;
            while (end < count && start(begins, run.clusters()[end]) == start) {
                end++;
            }
            spelling.spell(run, advances, first, end, start, end(run.text(), begins, start));
            first = end;
        }
        return spelling;
    }

    private static boolean isRightToLeft(Glyphs run) {
        int[] clusters = run.clusters();
        if (clusters[0] != clusters[clusters.length - 1]) {
            return clusters[0] > clusters[clusters.length - 1];
        }
        byte direction = run.text().isEmpty()
                ? Character.DIRECTIONALITY_LEFT_TO_RIGHT
                : Character.getDirectionality(run.text().codePointAt(clusters[0]));
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static int start(boolean[] begins, int character) {
        int start = character;
        while (start > 0 && !begins[start]) {
            start--;
        }
        return start;
    }

    private static int end(String text, boolean[] begins, int start) {
        int end = start + 1;
        while (end < text.length() && !begins[end]) {
            end++;
        }
        while (end >= text.length() && end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return Math.min(end, text.length());
    }

    /** Gives each glyph that advances, of those from {@code first} on, a character, and the last one all that is left. */
    private void spell(Glyphs run, IntUnaryOperator advances, int first, int end, int start, int textEnd) {
        Arrays.fill(from, first, end, start);
        Arrays.fill(to, first, end, start);
        int last = first;
        for (int i = first; i < end && !rightToLeft; i++) {
            last = advances.applyAsInt(run.ids()[i]) > 0 ? i : last;
        }
        int at = start;
        for (int i = first; i < last; i++) {
            from[i] = at;
            if (at < textEnd && advances.applyAsInt(run.ids()[i]) > 0) {
                at = Math.min(textEnd, run.text().offsetByCodePoints(at, 1));
            }
            to[i] = at;
        }
        from[last] = at;
        to[last] = textEnd;
    }
}
