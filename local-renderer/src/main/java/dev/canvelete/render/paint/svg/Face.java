package dev.canvelete.render.paint.svg;

import dev.canvelete.render.scene.Typeface;
import java.util.HashMap;
import java.util.Map;

/** A font of a document: what some characters look like. A character that looks different elsewhere is in another. */
final class Face {
    private final Typeface typeface;
    private final String family;
    private final Map<Integer, Drawn> drawn = new HashMap<>();

    Face(Typeface typeface, String family) {
        this.typeface = typeface;
        this.family = family;
    }

    Typeface typeface() {
        return typeface;
    }

    String family() {
        return family;
    }

    Map<Integer, Drawn> drawn() {
        return drawn;
    }

    /** Adds letters, unless one of them already looks different here. */
    boolean add(Letters letters) {
        for (var letter : letters.drawn().entrySet()) {
            Drawn known = drawn.get(letter.getKey());
            if (known != null && !known.equals(letter.getValue())) {
                return false;
            }
        }
        drawn.putAll(letters.drawn());
        return true;
    }
}
