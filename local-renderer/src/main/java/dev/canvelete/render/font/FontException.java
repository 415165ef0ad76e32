package dev.canvelete.render.font;

/** A font file that cannot be used. The message names the file and says what is wrong with it. */
public final class FontException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FontException(String message) {
        super(message);
    }

    /** The same fault, with the file that has it. */
    FontException in(String file) {
        return new FontException("font file " + file + ": " + getMessage());
    }
}
