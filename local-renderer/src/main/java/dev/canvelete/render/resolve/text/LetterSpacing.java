package dev.canvelete.render.resolve.text;

import java.lang.Character.UnicodeScript;

/** The room after each letter of a paragraph: none in scripts whose letters are joined (CSS Text 4, "cursive scripts"). */
final class LetterSpacing {
    private LetterSpacing() {}

    /** How much room follows each character in pixels, if a letter begins there. */
    static double[] of(String text, double pixels) {
        double[] spacing = new double[text.length()];
        if (pixels == 0) {
            return spacing;
        }
        boolean joined = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            UnicodeScript script = UnicodeScript.of(c);
            // Spaces, digits and marks belong to the script around them.
            joined = isShared(script) ? joined : isJoined(script);
            spacing[i] = joined ? 0 : pixels;
            i += Character.charCount(c);
        }
        return spacing;
    }

    private static boolean isShared(UnicodeScript script) {
        return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    }

    private static boolean isJoined(UnicodeScript script) {
        return switch (script) {
            case ARABIC, HANIFI_ROHINGYA, MANDAIC, MONGOLIAN, NKO, PHAGS_PA, SYRIAC -> true;
            default -> false;
        };
    }
}
