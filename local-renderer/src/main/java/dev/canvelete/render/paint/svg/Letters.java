package dev.canvelete.render.paint.svg;

import dev.canvelete.render.scene.Typeface;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What characters have to look like in one place of a document.
 *
 * @param nominal whether each is the glyph that the font itself has for it
 */
record Letters(Typeface typeface, boolean nominal, Map<Integer, Drawn> drawn) {
    static Letters nominal(Typeface typeface) {
        return new Letters(typeface, true, new LinkedHashMap<>());
    }

    static Letters shaped(Typeface typeface) {
        return new Letters(typeface, false, new LinkedHashMap<>());
    }

    /** Adds a character that looks as the font has it. */
    void add(int codePoint, int glyph) {
        if (!drawn.containsKey(codePoint)) {
            drawn.put(codePoint, Drawn.of(glyph));
        }
    }

    /** Adds a character, unless it already looks different. */
    boolean add(int codePoint, Drawn looks) {
        Drawn before = drawn.putIfAbsent(codePoint, looks);
        return before == null || before.equals(looks);
    }
}
