package dev.canvelete.render.paint.vector;

/** What readers take for one character (roughly UAX #29). */
public final class Graphemes {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_EMOJI_MODIFIER = 0x1F3FB;
    private static final int LAST_EMOJI_MODIFIER = 0x1F3FF;

    private Graphemes() {}

    /** Whether a character of a text is a part of the one ahead: a mark, or joined to it. */
    public static boolean joinsTheOneAhead(String text, int index) {
        if (index == 0) {
            return false;
        }
        if (Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1))) {
            return true;
        }
        int here = text.codePointAt(index);
        return isMark(here) || here == ZERO_WIDTH_JOINER || text.codePointBefore(index) == ZERO_WIDTH_JOINER;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> codePoint >= FIRST_EMOJI_MODIFIER && codePoint <= LAST_EMOJI_MODIFIER;
        };
    }
}
