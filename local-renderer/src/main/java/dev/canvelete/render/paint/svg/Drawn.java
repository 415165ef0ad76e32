package dev.canvelete.render.paint.svg;

import dev.canvelete.render.scene.Typeface;
import java.util.List;

/** What stands for a character: a glyph, several glyphs about one origin, or nothing. */
record Drawn(List<Part> parts) {
    static final Drawn NOTHING = new Drawn(List.of());

    /**
     * A glyph at its place, in font units, y upwards.
     *
     * @param dx from the origin
     * @param dy above the baseline
     */
    record Part(int glyph, int dx, int dy) {}

    Drawn {
        parts = List.copyOf(parts);
    }

    /** A glyph alone. */
    static Drawn of(int glyph) {
        return new Drawn(List.of(new Part(glyph, 0, 0)));
    }

    /** Whether it is that glyph alone. */
    boolean is(int glyph) {
        return parts.size() == 1 && parts.getFirst().equals(new Part(glyph, 0, 0));
    }

    /** How far the next character is from this one, in font units. */
    int advance(Typeface typeface) {
        double advance = 0;
        for (Part part : parts) {
            advance = Math.max(advance, part.dx() + typeface.advance(part.glyph()));
        }
        return (int) Math.round(advance);
    }
}
