package dev.canvelete.render.resolve.text;

import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;

/** Where lines may break (Unicode Annex #14). */
final class LineBreaks {
    private LineBreaks() {}

    /** The indexes before which a line may break. */
    static BitSet in(String text) {
        BitSet breaks = new BitSet(text.length());
        BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(text);
        for (int i = lines.next(); i != BreakIterator.DONE; i = lines.next()) {
            breaks.set(i);
        }
        return breaks;
    }
}
