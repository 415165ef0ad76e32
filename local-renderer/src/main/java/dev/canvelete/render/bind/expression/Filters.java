package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/**
 * What filters make of a value. Numbers are written as {@code Intl.NumberFormat} does for en-US. What is missing or null
 * stays so; what a filter cannot read passes through unchanged and is reported.
 */
final class Filters {
    private static final int MOST_DIGITS = 100;
    private static final String DEFAULT_DATE = "MMMM d, yyyy";

    private final Evaluation evaluation;
    private final List<JsonNode> arguments;

    Filters(Evaluation evaluation, List<JsonNode> arguments) {
        this.evaluation = evaluation;
        this.arguments = arguments;
    }

    JsonNode apply(Filter filter, JsonNode input) throws ExpressionException {
        if (filter == Filter.DEFAULT) {
            boolean empty = Values.isNothing(input)
                    || (input.isTextual() && input.textValue().isEmpty());
            return empty ? arguments.get(0) : input;
        }
        if (Values.isNothing(input)) {
            return input;
        }
        evaluation.characters(Values.weight(input));
        return switch (filter) {
            case CURRENCY, NUMBER, PERCENT -> number(filter, input);
            case DATE -> date(input);
            case UPPERCASE -> TextNode.valueOf(Values.text(input).toUpperCase(Locale.ROOT));
            case LOWERCASE -> TextNode.valueOf(Values.text(input).toLowerCase(Locale.ROOT));
            case CAPITALIZE -> TextNode.valueOf(capitalized(Values.text(input)));
            case TRUNCATE -> TextNode.valueOf(truncated(Values.text(input)));
            case DEFAULT -> input;
        };
    }

    private JsonNode number(Filter filter, JsonNode input) throws ExpressionException {
        double number = Values.number(input);
        boolean blank = input.isTextual() && Values.trim(input.textValue()).isEmpty();
        if (blank || Double.isNaN(number) || Double.isInfinite(number)) {
            return unreadable(filter, "a number", input);
        }
        // The shortest decimal that means this number, not its exact binary value: 1.005 is to become 1.01.
        BigDecimal decimal = BigDecimal.valueOf(Math.abs(number));
        String text =
                switch (filter) {
                    case CURRENCY -> currency(decimal);
                    case PERCENT -> grouped(decimal.movePointRight(2), digits(0), digits(0)) + "%";
                    default -> grouped(decimal, digits(0), digits(3));
                };
        return TextNode.valueOf(number < 0 ? "-" + text : text);
    }

    /** The argument that says how many digits follow the point. */
    private int digits(int otherwise) throws ExpressionException {
        double digits = arguments.isEmpty() ? otherwise : Values.number(arguments.get(0));
        if (!(digits >= 0 && digits <= MOST_DIGITS)) {
            throw new ExpressionException(
                    "a filter needs 0 to " + MOST_DIGITS + " digits, not " + Values.shortened(arguments.get(0)));
        }
        return (int) digits;
    }

    private String currency(BigDecimal amount) {
        String argument = arguments.isEmpty() ? "USD" : Values.text(arguments.get(0));
        int digits = Currencies.digits(argument);
        return Currencies.sign(argument) + grouped(amount, digits, digits);
    }

    /** Rounded to at most so many digits after the point, at least so many kept, and commas every three before it. */
    private static String grouped(BigDecimal number, int least, int most) {
        BigDecimal rounded = number.setScale(most, RoundingMode.HALF_UP);
        int scale = Math.max(least, rounded.stripTrailingZeros().scale());
        String text = rounded.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
        int point = text.indexOf('.');
        StringBuilder grouped = new StringBuilder(text);
        for (int i = (point < 0 ? text.length() : point) - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    private JsonNode date(JsonNode input) throws ExpressionException {
        OffsetDateTime time = Dates.read(input);
        if (time == null) {
            return unreadable(Filter.DATE, "an ISO 8601 date or milliseconds since 1970", input);
        }
        String pattern = arguments.isEmpty() ? DEFAULT_DATE : Values.text(arguments.get(0));
        evaluation.characters(pattern.length());
        return TextNode.valueOf(Dates.text(time, pattern));
    }

    private JsonNode unreadable(Filter filter, String right, JsonNode input) {
        evaluation.invalid(filter + " needs " + right + ", not " + Values.shortened(input));
        return input;
    }

    private static String capitalized(String text) {
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    /** The first characters, followed by dots if there are more; a surrogate pair counts as one. */
    private String truncated(String text) {
        double most = Math.max(0, Values.number(arguments.get(0)));
        if (!(most < text.codePointCount(0, text.length()))) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, (int) most)) + "...";
    }
}
