package dev.canvelete.render.resolve.text;

import dev.canvelete.api.design.TextElement;
import java.util.Locale;

/** CSS's {@code text-transform} by the rules of no language in particular. */
final class Transforms {
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private Transforms() {}

    static String apply(TextElement.Transform transform, String text) {
        return switch (transform) {
            case NONE -> text;
            case UPPERCASE -> text.toUpperCase(Locale.ROOT);
            case LOWERCASE -> text.toLowerCase(Locale.ROOT);
            case CAPITALIZE -> capitalized(text);
        };
    }

    /** The first letter of each word in title case; an apostrophe inside a word does not end it. */
    private static String capitalized(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                result.appendCodePoint(inWord ? c : Character.toTitleCase(c));
                inWord = true;
            } else {
                result.appendCodePoint(c);
                inWord = inWord
                        && joinsWords(c)
                        && next < text.length()
                        && Character.isLetterOrDigit(text.codePointAt(next));
            }
            i = next;
        }
        return result.toString();
    }

    private static boolean joinsWords(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.FORMAT -> c != ZERO_WIDTH_SPACE;
            default -> c == '\'' || c == '’';
        };
    }
}
