package dev.canvelete.cli.validate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One thing that somebody should know about a design.
 *
 * @param place where, as a path such as {@code canvasData.elements[3].fill}; empty for the whole design
 * @param message what is so, and what would be right
 */
record Finding(Kind kind, String place, String message) {
    /** What kind of thing it is. */
    enum Kind {
        /** The design cannot be drawn. */
        ERROR,
        /** It can be drawn, but perhaps not as it was meant. */
        UNKNOWN_FIELD,
        OFF_CANVAS,
        MISSING_FONT,
        WARNING;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
