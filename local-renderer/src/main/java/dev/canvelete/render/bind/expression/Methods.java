package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * Calls of methods, with JavaScript's results (ECMA-262, String.prototype, Array.prototype, Number.prototype). What
 * JavaScript would refuse is met halfway: numbers are text to the methods of text, and text is a number to
 * {@code toFixed} if it reads as one; a call on what is missing or null gives the same.
 */
final class Methods {
    /** What an item of a list weighs, in characters. */
    private static final int ITEM = 16;

    private static final int MOST_DIGITS = 100;

    private final Evaluation evaluation;
    private final List<JsonNode> arguments;

    Methods(Evaluation evaluation, List<JsonNode> arguments) {
        this.evaluation = evaluation;
        this.arguments = arguments;
    }

    JsonNode call(Method method, JsonNode target) throws ExpressionException {
        if (Values.isNothing(target)) {
            return target;
        }
        evaluation.characters(Values.weight(target));
        return switch (method) {
            case TO_UPPER_CASE -> TextNode.valueOf(Values.text(target).toUpperCase(Locale.ROOT));
            case TO_LOWER_CASE -> TextNode.valueOf(Values.text(target).toLowerCase(Locale.ROOT));
            case TRIM -> TextNode.valueOf(Values.trim(Values.text(target)));
            case SLICE -> target.isArray() ? slice(target) : slice(Values.text(target));
            case JOIN -> join(target);
            case TO_FIXED -> toFixed(target);
            case INCLUDES -> BooleanNode.valueOf(includes(target));
            case REPLACE -> TextNode.valueOf(replace(Values.text(target)));
            case SPLIT -> split(Values.text(target));
            case PAD_START -> TextNode.valueOf(padStart(Values.text(target)));
        };
    }

    private JsonNode slice(String text) {
        int start = place(0, 0, text.length());
        return TextNode.valueOf(text.substring(start, Math.max(start, place(1, text.length(), text.length()))));
    }

    private JsonNode slice(JsonNode list) {
        ArrayNode slice = JsonNodeFactory.instance.arrayNode();
        int end = place(1, list.size(), list.size());
        for (int i = place(0, 0, list.size()); i < end; i++) {
            slice.add(list.get(i));
        }
        return slice;
    }

    /** An argument that names a place in a text or list; a negative one counts from the end. */
    private int place(int argument, int otherwise, int length) {
        if (argument(argument).isMissingNode()) {
            return otherwise;
        }
        double place = integer(argument);
        return (int) Math.max(0, Math.min(length, place < 0 ? length + place : place));
    }

    private JsonNode join(JsonNode list) throws ExpressionException {
        if (!list.isArray()) {
            throw new ExpressionException("join needs a list, not " + Values.shortened(list));
        }
        String separator = argument(0).isMissingNode() ? "," : Values.text(argument(0));
        evaluation.characters((long) separator.length() * list.size());
        return TextNode.valueOf(Values.joined(list, separator));
    }

    private JsonNode toFixed(JsonNode target) throws ExpressionException {
        double digits = integer(0);
        if (!(digits >= 0 && digits <= MOST_DIGITS)) {
            throw new ExpressionException("toFixed needs 0 to " + MOST_DIGITS + " digits");
        }
        double number = Values.number(target);
        if (Double.isNaN(number) && !target.isNumber()) {
            evaluation.invalid("toFixed needs a number, not " + Values.shortened(target));
            return target;
        }
        if (!(Math.abs(number) < 1e21)) {
            return TextNode.valueOf(Values.text(number));
        }
        String rounded = new BigDecimal(Math.abs(number))
                .setScale((int) digits, RoundingMode.HALF_UP)
                .toPlainString();
        return TextNode.valueOf(number < 0 ? "-" + rounded : rounded);
    }

    private boolean includes(JsonNode target) throws ExpressionException {
        JsonNode wanted = argument(0);
        if (!target.isArray()) {
            String text = Values.text(target);
            return !wanted.isMissingNode() && indexOf(text, Values.text(wanted), 0) >= 0;
        }
        for (JsonNode item : target) {
            if (Values.same(item, wanted)) {
                return true;
            }
        }
        return false;
    }

    private String replace(String text) throws ExpressionException {
        String search = Values.text(argument(0));
        int start = argument(0).isMissingNode() ? -1 : indexOf(text, search, 0);
        if (start < 0) {
            return text;
        }
        String head = text.substring(0, start);
        String tail = text.substring(start + search.length());
        String pattern = Values.text(argument(1));
        StringBuilder result = new StringBuilder(head);
        for (int i = 0; i < pattern.length(); i++) {
            char next = pattern.charAt(i) == '$' && i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
            String piece =
                    switch (next) {
                        case '$' -> "$";
                        case '&' -> search;
                        case '`' -> head;
                        case '\'' -> tail;
                        default -> null;
                    };
            i += piece == null ? 0 : 1;
            String added = piece == null ? pattern.substring(i, i + 1) : piece;
            evaluation.characters(added.length());
            result.append(added);
        }
        return result.append(tail).toString();
    }

    private JsonNode split(String text) throws ExpressionException {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        double limit = argument(1).isMissingNode() ? Double.MAX_VALUE : integer(1);
        if (argument(0).isMissingNode()) {
            return limit > 0 ? parts.add(text) : parts;
        }
        String separator = Values.text(argument(0));
        int start = 0;
        while (start <= text.length() && parts.size() < limit) {
            int end = separator.isEmpty() ? Math.min(start + 1, text.length()) : indexOf(text, separator, start);
            if (separator.isEmpty() && start == text.length()) {
                return parts;
            }
            evaluation.characters(ITEM);
            parts.add(text.substring(start, end < 0 ? text.length() : end));
            start = end < 0 ? text.length() + 1 : end + separator.length();
        }
        return parts;
    }

    private String padStart(String text) throws ExpressionException {
        String fill = argument(1).isMissingNode() ? " " : Values.text(argument(1));
        double missing = integer(0) - text.length();
        if (missing <= 0 || fill.isEmpty()) {
            return text;
        }
        evaluation.characters((long) missing);
        StringBuilder padded = new StringBuilder((int) missing + text.length());
        while (padded.length() < missing) {
            padded.append(fill, 0, (int) Math.min(fill.length(), missing - padded.length()));
        }
        return padded.append(text).toString();
    }

    /** A search, paid for by what it costs at worst, at the rate of what it costs usually. */
    private int indexOf(String text, String wanted, int from) throws ExpressionException {
        evaluation.characters((long) (text.length() - from) * wanted.length() / 64);
        return text.indexOf(wanted, from);
    }

    private JsonNode argument(int index) {
        return index < arguments.size() ? arguments.get(index) : MissingNode.getInstance();
    }

    /** An argument without its fraction; 0 if it is no number. */
    private double integer(int index) {
        double number = Values.number(argument(index));
        return Double.isNaN(number) ? 0 : number < 0 ? Math.ceil(number) : Math.floor(number);
    }
}
