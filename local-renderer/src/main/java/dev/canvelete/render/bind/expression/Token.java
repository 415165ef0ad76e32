package dev.canvelete.render.bind.expression;

/**
 * A word of an expression.
 *
 * @param text what it says; of a quoted text, without quotes and escapes
 * @param start its offset in the template
 * @param end the offset after it
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NUMBER,
        QUOTED,
        NAME,
        SYMBOL,
        /** The closing braces. */
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
