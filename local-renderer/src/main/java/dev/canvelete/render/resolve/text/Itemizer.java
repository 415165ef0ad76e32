package dev.canvelete.render.resolve.text;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.canvelete.render.font.FontFace;
import dev.canvelete.render.font.FontStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits a paragraph into runs of one direction (Unicode Annex #9, from left to right) and one font. */
final class Itemizer {
    private final FontStack fonts;
    private final Set<Integer> missing;

    /** @param missing takes the characters that no font has */
    Itemizer(FontStack fonts, Set<Integer> missing) {
        this.fonts = fonts;
        this.missing = missing;
    }

    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        char[] chars = text.toCharArray();
        if (!Bidi.requiresBidi(chars, 0, chars.length)) {
            split(text, 0, text.length(), (byte) 0, runs);
            return runs;
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
        for (int i = 0; i < bidi.getRunCount(); i++) {
            split(text, bidi.getRunStart(i), bidi.getRunLimit(i), (byte) bidi.getRunLevel(i), runs);
        }
        return runs;
    }

    private void split(String text, int start, int end, byte level, List<Run> runs) {
        BreakIterator clusters = null;
        int runStart = start;
        FontFace face = null;
        boolean drawn = false;
        for (int i = start; i < end; ) {
            char c = text.charAt(i);
            int next = i + 1;
            if (!Characters.isSimple(c) || next < end && !Characters.isSimple(text.charAt(next))) {
                if (clusters == null) {
                    clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
                    clusters.setText(text);
                }
                next = Math.min(clusters.following(i), end);
            }
            boolean nextDrawn = !Characters.isInvisible(text.codePointAt(i));
            FontFace nextFace = nextDrawn ? face(text, i, next) : null;
            boolean joins =
                    nextDrawn ? drawn && nextFace == face : !drawn && c != '\t' && text.charAt(runStart) != '\t';
            if (i > runStart && !joins) {
                runs.add(new Run(runStart, i, level, face));
                runStart = i;
            }
            face = nextFace;
            drawn = nextDrawn;
            i = next;
        }
        if (end > runStart) {
            runs.add(new Run(runStart, end, level, face));
        }
    }

    private FontFace face(String text, int start, int end) {
        int first = text.codePointAt(start);
        boolean single = end - start == Character.charCount(first);
        @Nullable FontFace face = single ? fonts.faceFor(first) : fonts.faceFor(text.substring(start, end));
        if (face == null) {
            missing.add(first);
            return fonts.primary();
        }
        return face;
    }
}
