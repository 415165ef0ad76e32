package dev.canvelete.render.resolve.text;

import dev.canvelete.render.font.FontFace;
import org.jspecify.annotations.Nullable;

/**
 * Characters of a paragraph that one font draws in one direction.
 *
 * @param start of the first
 * @param end after the last
 * @param level of embedding by the bidirectional algorithm; odd ones run from right to left
 * @param face null where nothing is drawn: a tab, or invisible characters
 */
record Run(int start, int end, byte level, @Nullable FontFace face) {
    boolean rightToLeft() {
        return (level & 1) != 0;
    }

    Run part(int from, int to) {
        return new Run(Math.max(start, from), Math.min(end, to), level, face);
    }
}
