package dev.canvelete.render.bind.expression;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What can be called on a value, under JavaScript's names. */
enum Method {
    TO_UPPER_CASE("toUpperCase"),
    TO_LOWER_CASE("toLowerCase"),
    TRIM("trim"),
    SLICE("slice"),
    JOIN("join"),
    TO_FIXED("toFixed"),
    INCLUDES("includes"),
    REPLACE("replace"),
    SPLIT("split"),
    PAD_START("padStart");

    final String name;

    Method(String name) {
        this.name = name;
    }

    static Method of(Token token) throws ExpressionException {
        for (Method method : values()) {
            if (method.name.equals(token.text())) {
                return method;
            }
        }
        String known = Arrays.stream(values()).map(m -> m.name).collect(Collectors.joining(", "));
        throw new ExpressionException(token.start(), "no method " + token.text() + "; there are " + known);
    }
}
