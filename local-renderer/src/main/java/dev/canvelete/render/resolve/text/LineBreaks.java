package dev.canvelete.render.resolve.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where lines may break: Unicode Annex #14, but as in every browser built on Blink not inside ASCII, where breaking after
 * each slash and full stop would tear addresses and numbers, and always after spaces.
 */
final class LineBreaks {
    private static final int LAST_ASCII = 0x7F;
    private static final String OPENING = "(<[{";

    /** After these a line may break before what opens. */
    private static final String BEFORE_OPENING = "!\"#%&)*+,-.:;=>?\\]|}~";

    private static final String NEVER_AFTER_HYPHEN = "!$),./:;?]}";
    private static final String NEVER_AFTER_QUESTION = NEVER_AFTER_HYPHEN + "\"'";

    private final String text;
    private @Nullable BreakIterator unicode;

    private LineBreaks(String text) {
        this.text = text;
    }

    /** The indexes before which a line may break. */
    static BitSet in(String text) {
        LineBreaks lines = new LineBreaks(text);
        BitSet breaks = new BitSet(text.length());
        for (int i = 1; i < text.length(); i++) {
            breaks.set(i, lines.before(i));
        }
        breaks.set(text.length());
        return breaks;
    }

    private boolean before(int index) {
        char last = text.charAt(index - 1);
        char next = text.charAt(index);
        if (Characters.hangs(next)) {
            return false;
        }
        if (Characters.hangs(last)) {
            return true;
        }
        if (last <= LAST_ASCII && next <= LAST_ASCII) {
            return OPENING.indexOf(next) >= 0 ? BEFORE_OPENING.indexOf(last) >= 0 : inAscii(index, last, next);
        }
        if (Characters.isLatinLetter(last) && Characters.isLatinLetter(next)) {
            return false;
        }
        return (asksUnicode(last) || asksUnicode(next)) && unicode().isBoundary(index);
    }

    private boolean inAscii(int index, char last, char next) {
        return switch (last) {
            case '-' ->
                next >= '0' && next <= '9'
                        ? index > 1 && isLetterOrDigit(text.charAt(index - 2))
                        : NEVER_AFTER_HYPHEN.indexOf(next) < 0;
            case '?' -> NEVER_AFTER_QUESTION.indexOf(next) < 0;
            default -> false;
        };
    }

    /** A hyphen before a digit after anything else is a minus. */
    private static boolean isLetterOrDigit(char c) {
        return c <= LAST_ASCII && Character.isLetterOrDigit(c);
    }

    private static boolean asksUnicode(char c) {
        return c > LAST_ASCII && c != Characters.NO_BREAK_SPACE;
    }

    private BreakIterator unicode() {
        BreakIterator lines = unicode;
        if (lines == null) {
            lines = BreakIterator.getLineInstance(ULocale.ROOT);
            lines.setText(text);
            unicode = lines;
        }
        return lines;
    }
}
