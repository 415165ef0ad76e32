package dev.canvelete.render.font;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faces that a text is drawn with: those it asks for, then those that stand in. Thread-safe.
 *
 * @param faces one or more, in the order in which they are asked for a character
 * @param family the first that is there
 * @param missing the family that was asked for first, when it is not there
 */
public record FontStack(
        List<FontFace> faces, String family, @Nullable String missing) {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    public FontStack {
        faces = List.copyOf(faces);
    }

    /** The face whose measures set the lines. */
    public FontFace primary() {
        return faces.getFirst();
    }

    /** The first face that has a character, or null. */
    public @Nullable FontFace faceFor(int character) {
        for (FontFace face : faces) {
            if (covers(face, character)) {
                return face;
            }
        }
        return null;
    }

    /** The first face that has every character of a grapheme cluster; else the first that has its first one; or null. */
    public @Nullable FontFace faceFor(String cluster) {
        String composed = Normalizer.normalize(cluster, Normalizer.Form.NFC);
        for (FontFace face : faces) {
            if (covers(face, cluster) || covers(face, composed)) {
                return face;
            }
        }
        return withGlyph(cluster.codePointAt(0));
    }

    private @Nullable FontFace withGlyph(int character) {
        for (FontFace face : faces) {
            if (face.glyph(character) != 0) {
                return face;
            }
        }
        return null;
    }

    private static boolean covers(FontFace face, int character) {
        return face.glyph(character) != 0 || isIgnorable(character);
    }

    private static boolean covers(FontFace face, String cluster) {
        for (int i = 0; i < cluster.length(); ) {
            int c = cluster.codePointAt(i);
            if (!covers(face, c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /** Whether a character may be left out where a font does not know it: joiners and variation selectors. */
    private static boolean isIgnorable(int c) {
        return c == ZERO_WIDTH_JOINER || c >= 0xFE00 && c <= 0xFE0F;
    }
}
