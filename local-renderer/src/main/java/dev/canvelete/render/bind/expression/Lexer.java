package dev.canvelete.render.bind.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts what stands between two pairs of braces into tokens. */
final class Lexer {
    /** Longer expressions are mistakes or attacks; the limit also bounds how deep their tree can be. */
    private static final int MOST_TOKENS = 500;

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]*+");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]++(?:\\.[0-9]++)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final Pattern NAME = Pattern.compile("@?[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+");
    private static final Pattern SYMBOL = Pattern.compile("[=!]==?|[<>]=?|&&|\\|\\|?|\\?\\??|[-+*/%!()\\[\\],.:#]");

    private final String source;
    private final int open;
    private int position;

    private Lexer(String source, int open) {
        this.source = source;
        this.open = open;
        this.position = open + 2;
    }

    /** The tokens of the tag whose braces open at that offset; the last one is its closing braces. */
    static List<Token> tokens(String source, int open) throws ExpressionException {
        Lexer lexer = new Lexer(source, open);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            if (tokens.size() == MOST_TOKENS) {
                throw new ExpressionException(open, "an expression of at most " + MOST_TOKENS + " words is right");
            }
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() throws ExpressionException {
        position = match(SPACE);
        if (position == source.length()) {
            throw new ExpressionException(open, "{{ is never closed: }} is missing");
        }
        char first = source.charAt(position);
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        if (source.startsWith("}}", position)) {
            return token(Token.Kind.END, position + 2);
        }
        if (match(NUMBER) > position) {
            return token(Token.Kind.NUMBER, match(NUMBER));
        }
        if (match(NAME) > position) {
            return token(Token.Kind.NAME, match(NAME));
        }
        if (match(SYMBOL) > position) {
            return token(Token.Kind.SYMBOL, match(SYMBOL));
        }
        String stranger = Character.toString(source.codePointAt(position));
        throw new ExpressionException(position, stranger + " means nothing in an expression");
    }

    /** Where a match that begins at the position ends; the position itself when there is none. */
    private int match(Pattern pattern) {
        var matcher = pattern.matcher(source).region(position, source.length());
        return matcher.lookingAt() ? matcher.end() : position;
    }

    private Token token(Token.Kind kind, int end) {
        Token token = new Token(kind, source.substring(position, end), position, end);
        position = end;
        return token;
    }

    private Token quoted(char quote) throws ExpressionException {
        int start = position;
        StringBuilder text = new StringBuilder();
        for (int i = start + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                position = i + 1;
                return new Token(Token.Kind.QUOTED, text.toString(), start, position);
            }
            if (c == '\\' && i + 1 < source.length()) {
                i++;
                if (source.charAt(i) == 'u') {
                    text.append(unicode(i + 1));
                    i += 4;
                } else {
                    text.append(escaped(source.charAt(i)));
                }
            } else {
                text.append(c);
            }
        }
        throw new ExpressionException(start, "the quoted text is never closed: " + quote + " is missing");
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private char unicode(int start) throws ExpressionException {
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = i < source.length() ? Character.digit(source.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new ExpressionException(start - 2, "\\u and four hexadecimal digits are right");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }
}
