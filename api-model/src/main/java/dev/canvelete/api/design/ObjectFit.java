package dev.canvelete.api.design;

/** How a picture fills its box, as CSS's {@code object-fit}. */
public enum ObjectFit {
    FILL,
    CONTAIN,
    COVER,
    NONE,
    SCALE_DOWN
}
