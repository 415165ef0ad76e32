package dev.canvelete.render.resolve.text;

import dev.canvelete.render.font.FontFace;

/**
 * How far letters reach above and below their baseline, in whole pixels: Blink rounds both, and a descent that rounding
 * would cut short takes a pixel from the ascent.
 */
record Extent(double ascent, double descent) {
    static Extent of(FontFace face, double size) {
        float scale = (float) (size / face.unitsPerEm());
        float above = face.metrics().ascent() * scale;
        float below = face.metrics().descent() * scale;
        double ascent = Math.floor(above + 0.5);
        double descent = Math.floor(below + 0.5);
        return descent < below && ascent >= 1 ? new Extent(ascent - 1, descent + 1) : new Extent(ascent, descent);
    }

    double height() {
        return ascent + descent;
    }
}
