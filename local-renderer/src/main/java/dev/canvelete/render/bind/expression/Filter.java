package dev.canvelete.render.bind.expression;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can stand behind a {@code |}. */
enum Filter {
    CURRENCY(0, 1),
    DATE(0, 1),
    NUMBER(0, 1),
    PERCENT(0, 1),
    UPPERCASE(0, 0),
    LOWERCASE(0, 0),
    CAPITALIZE(0, 0),
    TRUNCATE(1, 1),
    DEFAULT(1, 1);

    /** How many arguments it takes. */
    final int least;

    final int most;

    Filter(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Filter of(Token token) throws ExpressionException {
        for (Filter filter : values()) {
            if (filter.toString().equals(token.text())) {
                return filter;
            }
        }
        String known = Arrays.stream(values()).map(Filter::toString).collect(Collectors.joining(", "));
        throw new ExpressionException(token.start(), "no filter " + token.text() + "; there are " + known);
    }
}
