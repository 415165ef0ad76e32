package dev.canvelete.render.resolve.text;

import dev.canvelete.render.font.FontFace;
import dev.canvelete.render.font.FontStack;

/**
 * How the letters of one text are set.
 *
 * @param size of the em in pixels
 * @param letterSpacing in pixels
 * @param lineHeight in pixels
 */
record TextStyle(FontStack fonts, double size, double letterSpacing, double lineHeight) {
    /** CSS's default tab-size. */
    private static final int SPACES_TO_THE_TAB = 8;

    /** Pixels to the font unit. */
    double scale(FontFace face) {
        return size / face.unitsPerEm();
    }

    /** Whether letters may be joined: spacing them out forbids it. */
    boolean ligatures() {
        return letterSpacing == 0;
    }

    /** How far the letters of a line reach. */
    Extent extent() {
        return Extent.of(fonts.primary(), size);
    }

    /** From the top of a line to its baseline: what the line has more than its letters need is halved, rounded down. */
    double baseline() {
        Extent extent = extent();
        return extent.ascent() + Math.floor((lineHeight - extent.height()) / 2);
    }

    /** How wide a tab is that begins so far from the start of its line. */
    double tabAt(double position) {
        FontFace face = fonts.primary();
        double space = face.advance(face.glyph(' ')) * scale(face) + letterSpacing;
        double stop = SPACES_TO_THE_TAB * space;
        if (stop <= 0) {
            return 0;
        }
        double distance = stop - position % stop;
        return distance < space / 2 ? distance + stop : distance;
    }
}
