package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.scene.Glyphs;
import java.util.Arrays;

/** Which part of its text each glyph of a run stands for. */
final class Clusters {
    private Clusters() {}

    /**
     * Where, in the text, the part of each glyph ends. Of several glyphs for one cluster, the first gets all of its
     * text and the others none. White space at the end of the text that has no glyph belongs to none.
     */
    static int[] ends(Glyphs run) {
        int[] clusters = run.clusters();
        int[] sorted = clusters.clone();
        Arrays.sort(sorted);
        int[] ends = new int[clusters.length];
        for (int i = 0; i < clusters.length; i++) {
            if (i > 0 && clusters[i] == clusters[i - 1]) {
                ends[i] = clusters[i];
            } else {
                int next = above(sorted, clusters[i]);
                ends[i] = next < sorted.length ? sorted[next] : trimmed(run.text(), clusters[i]);
            }
        }
        return ends;
    }

    /** The index of the first value over another. */
    private static int above(int[] sorted, int value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int trimmed(String text, int from) {
        int end = text.length();
        while (end > from + 1 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
