package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operators between two operands; those of a higher rank bind first. They compute as JavaScript's do, but that
 * computing with what is missing gives what is missing instead of NaN.
 */
enum Operator {
    OR("||", 1),
    COALESCE("??", 1),
    AND("&&", 2),
    SAME("===", 3),
    NOT_SAME("!==", 3),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 4),
    MORE(">", 4),
    AT_MOST("<=", 4),
    AT_LEAST(">=", 4),
    PLUS("+", 5),
    MINUS("-", 5),
    TIMES("*", 6),
    DIVIDE("/", 6),
    REMAINDER("%", 6);

    final String symbol;
    final int rank;

    Operator(String symbol, int rank) {
        this.symbol = symbol;
        this.rank = rank;
    }

    static @Nullable Operator of(Token token) {
        for (Operator operator : values()) {
            if (token.is(operator.symbol)) {
                return operator;
            }
        }
        return null;
    }

    /** Whether it may do without its right operand. */
    boolean isLazy() {
        return rank <= AND.rank;
    }

    /** Whether the left operand is the result already. */
    boolean isSettledBy(JsonNode left) {
        return switch (this) {
            case OR -> Values.isTrue(left);
            case COALESCE -> !Values.isNothing(left);
            case AND -> !Values.isTrue(left);
            case SAME, NOT_SAME, EQUAL, NOT_EQUAL, LESS, MORE, AT_MOST, AT_LEAST -> false;
            case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> false;
        };
    }

    /** The result, where the left operand has not settled it. */
    JsonNode apply(JsonNode left, JsonNode right) {
        return switch (this) {
            case OR, COALESCE, AND -> right;
            case SAME -> BooleanNode.valueOf(Values.same(left, right));
            case NOT_SAME -> BooleanNode.valueOf(!Values.same(left, right));
            case EQUAL -> BooleanNode.valueOf(Values.equal(left, right));
            case NOT_EQUAL -> BooleanNode.valueOf(!Values.equal(left, right));
            case LESS -> BooleanNode.valueOf(Values.order(left, right) < 0);
            case MORE -> BooleanNode.valueOf(Values.order(left, right) > 0);
            case AT_MOST -> BooleanNode.valueOf(Values.order(left, right) <= 0);
            case AT_LEAST -> BooleanNode.valueOf(Values.order(left, right) >= 0);
            case PLUS -> plus(left, right);
            case MINUS -> computed(left, right, (a, b) -> a - b);
            case TIMES -> computed(left, right, (a, b) -> a * b);
            case DIVIDE -> computed(left, right, (a, b) -> a / b);
            case REMAINDER -> computed(left, right, (a, b) -> a % b);
        };
    }

    private static JsonNode plus(JsonNode left, JsonNode right) {
        boolean asText = Values.isTextual(left) || Values.isTextual(right);
        return asText ? TextNode.valueOf(Values.text(left) + Values.text(right)) : computed(left, right, Double::sum);
    }

    private static JsonNode computed(JsonNode left, JsonNode right, DoubleBinaryOperator operation) {
        return left.isMissingNode() || right.isMissingNode()
                ? MissingNode.getInstance()
                : DoubleNode.valueOf(operation.applyAsDouble(Values.number(left), Values.number(right)));
    }
}
