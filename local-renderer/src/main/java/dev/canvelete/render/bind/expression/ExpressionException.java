package dev.canvelete.render.bind.expression;

/** A placeholder is malformed, cannot work on its data, or does too much. The message is fit to be shown to anyone. */
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1;

    ExpressionException(String message) {
        super(message);
    }

    /** A fault in the text of a template, at an offset counted from 0; the message counts from 1, as people do. */
    ExpressionException(int offset, String message) {
        super("character " + (offset + 1) + ": " + message);
    }
}
