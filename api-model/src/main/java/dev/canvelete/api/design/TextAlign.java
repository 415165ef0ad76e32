package dev.canvelete.api.design;

/** How lines lie between their box's sides. */
public enum TextAlign {
    LEFT,
    CENTER,
    RIGHT,
    JUSTIFY,
    START,
    END
}
