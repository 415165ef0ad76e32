package dev.canvelete.render.paint.font;

/** A font program that does not keep to its format, or lacks what embedding needs. */
public final class BrokenFontException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenFontException(String font, String fault) {
        super("font " + font + ": " + fault);
    }
}
