package dev.canvelete.render.paint.svg;

import dev.canvelete.render.scene.Typeface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fonts of one document, numbered in the order of first use. */
final class Faces {
    private final List<Face> all = new ArrayList<>();
    /** Of each font, what it has for characters itself. */
    private final Map<Typeface, Face> nominal = new HashMap<>();
    /** Of each font, what shaping made of characters. */
    private final Map<Typeface, List<Face>> shaped = new HashMap<>();

    List<Face> all() {
        return all;
    }

    /** The family name of a font that has these letters. */
    String family(Letters letters) {
        Typeface typeface = letters.typeface();
        if (letters.nominal()) {
            Face face = nominal.computeIfAbsent(typeface, this::another);
            if (face.add(letters)) {
                return face.family();
            }
        }
        List<Face> known = shaped.computeIfAbsent(typeface, unused -> new ArrayList<>());
        for (Face face : known) {
            if (face.add(letters)) {
                return face.family();
            }
        }
        Face face = another(typeface);
        known.add(face);
        face.add(letters);
        return face.family();
    }

    private Face another(Typeface typeface) {
        Face face = new Face(typeface, "f" + all.size());
        all.add(face);
        return face;
    }
}
