package dev.canvelete.render.resolve.text;

/** What layout has to know of single characters. */
final class Characters {
    static final char SOFT_HYPHEN = '\u00AD';
    static final char NO_BREAK_SPACE = '\u00A0';
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int FIRST_COMBINING = 0x300;

    private Characters() {}

    /** Whether white space at the end of a line may hang out of it. */
    static boolean hangs(char c) {
        return c == ' ' || c == '\t';
    }

    /** Whether nothing is ever drawn for it and it takes no room. Joiners are not among them: they shape letters. */
    static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || c == SOFT_HYPHEN
                || c >= ZERO_WIDTH_SPACE && c <= 0x200F && c != 0x200C && c != 0x200D
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c == 0xFFFC;
    }

    /** Whether it can only be the beginning of something that looks like one letter when something odd follows. */
    static boolean isSimple(char c) {
        return c < FIRST_COMBINING;
    }

    /** Whether it is a letter of class AL, between two of which no line breaks (Unicode Annex #14, LB28). */
    static boolean isLatinLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
    }

    /** Whether a justified line may be stretched after it. */
    static boolean isWordSpace(char c) {
        return c == ' ' || c == NO_BREAK_SPACE || c == '\t';
    }

    /** Whether a justified line may be stretched on both sides of it: East Asian letters and marks. */
    static boolean isIdeographic(char c) {
        return c >= 0x2E80 && c <= 0x312F
                || c >= 0x3190 && c <= 0x4DBF
                || c >= 0x4E00 && c <= 0x9FFF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE4F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6;
    }
}
