package dev.canvelete.render.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The lexical level: lists that respect parentheses, functions, numbers with units. */
final class CssSyntax {
    /** Longer values than any design has; beyond it parsing is refused. */
    static final int LONGEST = 20_000;

    private CssSyntax() {}

    /** A function's name in lower case and what stands in its parentheses. */
    record Function(String name, String arguments) {}

    static Optional<Function> function(String text) {
        String value = text.strip();
        int open = value.indexOf('(');
        if (open <= 0 || !value.endsWith(")")) {
            return Optional.empty();
        }
        return Optional.of(new Function(
                value.substring(0, open).strip().toLowerCase(Locale.ROOT),
                value.substring(open + 1, value.length() - 1)));
    }

    /** Splits at commas outside parentheses. */
    static List<String> byComma(String text) {
        return split(text, false);
    }

    /** Splits at white space outside parentheses. */
    static List<String> bySpace(String text) {
        return split(text, true);
    }

    private static List<String> split(String text, boolean space) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a value of " + text.length() + " characters; at most " + LONGEST);
        }
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : (space ? ' ' : ',');
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if ((i == text.length() || depth == 0) && (space ? Character.isWhitespace(c) : c == ',')) {
                String part = text.substring(start, i).strip();
                if (!space || !part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }

    /** The number before a unit, if the text is that: {@code number("12px", "px")}. */
    static OptionalDouble number(String text, String unit) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        if (!value.endsWith(unit) || value.length() == unit.length()) {
            return OptionalDouble.empty();
        }
        return number(value.substring(0, value.length() - unit.length()));
    }

    /** A plain number as CSS writes it. */
    static OptionalDouble number(String text) {
        String value = text.strip();
        if (value.isEmpty() || value.length() > 40 || !value.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0)) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(value);
            return Math.abs(number) <= 1e7 ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A length in pixels: a number with {@code px}, or without any unit. */
    static OptionalDouble pixels(String text) {
        OptionalDouble pixels = number(text, "px");
        return pixels.isPresent() ? pixels : number(text);
    }
}
