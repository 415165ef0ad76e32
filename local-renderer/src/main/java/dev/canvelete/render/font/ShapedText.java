package dev.canvelete.render.font;

import java.util.Arrays;

/**
 * Shaped text in font units, its glyphs from left to right. Immutable: nobody changes the arrays.
 *
 * @param glyphs the font's glyph numbers
 * @param clusters for each glyph, the index of the first character that it stands for
 * @param x where each glyph's origin lies, from the left end of the text
 * @param y how far above the baseline each glyph's origin lies
 * @param advances for each character, how far its cluster advances when it is the cluster's first, else {@code NaN}
 * @param advance of the whole text
 */
@SuppressWarnings("ArrayRecordComponent") // Arrays for speed; nobody compares shaped texts as values.
public record ShapedText(int[] glyphs, int[] clusters, double[] x, double[] y, double[] advances, double advance) {

    /** This text with another to the right of it, whose characters and this one's begin at these indexes. */
    ShapedText joined(ShapedText right, int leftStart, int rightStart) {
        int count = glyphs.length + right.glyphs.length;
        int[] allGlyphs = Arrays.copyOf(glyphs, count);
        int[] allClusters = new int[count];
        double[] allX = Arrays.copyOf(x, count);
        double[] allY = Arrays.copyOf(y, count);
        double[] allAdvances = new double[advances.length + right.advances.length];
        for (int i = 0; i < count; i++) {
            int j = i - glyphs.length;
            allClusters[i] = j < 0 ? clusters[i] + leftStart : right.clusters[j] + rightStart;
            if (j >= 0) {
                allGlyphs[i] = right.glyphs[j];
                allX[i] = right.x[j] + advance;
                allY[i] = right.y[j];
            }
        }
        System.arraycopy(advances, 0, allAdvances, leftStart, advances.length);
        System.arraycopy(right.advances, 0, allAdvances, rightStart, right.advances.length);
        return new ShapedText(allGlyphs, allClusters, allX, allY, allAdvances, advance + right.advance);
    }

    /** Takes glyphs from left to right. */
    static final class Builder {
        private final int[] glyphs;
        private final int[] clusters;
        private final double[] x;
        private final double[] y;
        private final double[] lefts;
        private final boolean[] placed;
        private final double advance;
        private int count;

        Builder(int mostGlyphs, int characters, double advance) {
            glyphs = new int[mostGlyphs];
            clusters = new int[mostGlyphs];
            x = new double[mostGlyphs];
            y = new double[mostGlyphs];
            lefts = new double[characters];
            Arrays.fill(lefts, Double.NaN);
            placed = new boolean[characters];
            this.advance = advance;
        }

        /** A glyph of a cluster at {@code left}; one that advances tells where its cluster begins, a mark does not. */
        void cluster(int character, double left, boolean advances) {
            if (Double.isNaN(lefts[character]) || advances && !placed[character]) {
                lefts[character] = left;
                placed[character] = advances;
            }
        }

        void glyph(int glyph, int character, double left, double above) {
            glyphs[count] = glyph;
            clusters[count] = character;
            x[count] = left;
            y[count++] = above;
        }

        ShapedText build(boolean rightToLeft) {
            double[] advances = lefts.clone();
            double right = advance;
            double left = 0;
            for (int i = 0; i < lefts.length; i++) {
                int character = rightToLeft ? i : lefts.length - 1 - i;
                if (!Double.isNaN(lefts[character])) {
                    advances[character] = right - lefts[character];
                    right = lefts[character];
                }
            }
            if (lefts.length > 0 && right != left) {
                int leftmost = rightToLeft ? lefts.length - 1 : 0;
                advances[leftmost] = Double.isNaN(advances[leftmost]) ? right : advances[leftmost] + right;
            }
            return new ShapedText(
                    Arrays.copyOf(glyphs, count),
                    Arrays.copyOf(clusters, count),
                    Arrays.copyOf(x, count),
                    Arrays.copyOf(y, count),
                    advances,
                    advance);
        }
    }
}
