package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * JSON values with the meaning that JavaScript gives them (ECMA-262, section 7, Abstract Operations), but for this: what
 * is missing or null is empty as text, an object as text is its JSON, and an empty list counts as false.
 */
final class Values {
    private static final int LONGEST_NUMBER = 1000;
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?|[+-]?Infinity");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]++");

    private Values() {}

    static boolean isTrue(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.doubleValue() != 0 && !Double.isNaN(value.doubleValue());
            case STRING -> !value.textValue().isEmpty();
            case ARRAY -> !value.isEmpty();
            case OBJECT, BINARY, POJO -> true;
        };
    }

    static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    static String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> "";
            case STRING -> value.textValue();
            case NUMBER -> text(value.doubleValue());
            case ARRAY -> joined(value, ",");
            case BOOLEAN, OBJECT, BINARY, POJO -> value.toString();
        };
    }

    static String joined(JsonNode list, String separator) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            text.append(i == 0 ? "" : separator).append(text(list.get(i)));
        }
        return text.toString();
    }

    /** A number as JavaScript prints it: the shortest digits that read back as the same number, 1e21 and up as powers. */
    static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        if (number == (long) number && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -6 && exponent < 21) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        return (number < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    static double number(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> Double.NaN;
            case NULL -> 0;
            case BOOLEAN -> value.booleanValue() ? 1 : 0;
            case NUMBER -> value.doubleValue();
            case STRING -> number(value.textValue());
            case ARRAY -> value.size() > 1 ? Double.NaN : number(text(value));
            case OBJECT, BINARY, POJO -> Double.NaN;
        };
    }

    private static double number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Double.NaN;
        }
        String trimmed = trim(text);
        if (HEXADECIMAL.matcher(trimmed).matches()) {
            return new BigInteger(trimmed.substring(2), 16).doubleValue();
        }
        if (DECIMAL.matcher(trimmed).matches()) {
            return Double.parseDouble(trimmed);
        }
        return trimmed.isEmpty() ? 0 : Double.NaN;
    }

    /** JavaScript's {@code ===}. */
    @SuppressWarnings("ReferenceEquality") // Lists and objects are the same only if they are one, as in JavaScript.
    static boolean same(JsonNode left, JsonNode right) {
        if (left.getNodeType() != right.getNodeType()) {
            return false;
        }
        return switch (left.getNodeType()) {
            case MISSING, NULL -> true;
            case BOOLEAN -> left.booleanValue() == right.booleanValue();
            case NUMBER -> left.doubleValue() == right.doubleValue();
            case STRING -> left.textValue().equals(right.textValue());
            case ARRAY, OBJECT, BINARY, POJO -> left == right;
        };
    }

    /** JavaScript's {@code ==}. */
    static boolean equal(JsonNode left, JsonNode right) {
        if (isNothing(left) || isNothing(right)) {
            return isNothing(left) && isNothing(right);
        }
        if (left.getNodeType() == right.getNodeType()) {
            return same(left, right);
        }
        boolean asText = isTextual(left) && isTextual(right);
        return asText ? text(left).equals(text(right)) : number(left) == number(right);
    }

    /** Below, equal to or above 0 as left is to right; NaN where they have no order. */
    static double order(JsonNode left, JsonNode right) {
        if (isTextual(left) && isTextual(right)) {
            return text(left).compareTo(text(right));
        }
        double a = number(left);
        double b = number(right);
        return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : a < b ? -1 : a > b ? 1 : 0;
    }

    /** Whether operators take it as text: lists and objects too become text first. */
    static boolean isTextual(JsonNode value) {
        return value.isTextual() || value.isContainerNode();
    }

    /** How much text it is, about: what it costs to go through it. */
    static long weight(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().length();
        }
        long weight = 1;
        for (JsonNode child : value) {
            weight += weight(child);
        }
        return weight;
    }

    /** How to show a value in a message. */
    static String shortened(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : text(value);
        String start = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return value.isTextual() ? "\"" + start + "\"" : start;
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** White space and line ends of ECMA-262, sections 12.2 and 12.3. */
    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\ufeff' || Character.isSpaceChar(c);
    }
}
