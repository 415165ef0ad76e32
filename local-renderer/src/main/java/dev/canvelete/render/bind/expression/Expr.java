package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a placeholder, parsed. Immutable. */
sealed interface Expr {
    /** A number, text, true, false or null. */
    record Literal(JsonNode value) implements Expr {}

    /** A name of the data, {@code this}, or what a loop knows ({@code @index}). */
    record Name(String name) implements Expr {}

    /**
     * A name that is no identifier. Where no data has that name but its first word is one, it is a difference, if it can
     * be: {@code price-discount}.
     */
    record OddName(String name, @Nullable Expr otherwise) implements Expr {}

    /** {@code target.key} or {@code target[key]}; {@code text} is how the template writes it. */
    record Member(Expr target, Expr key, String text) implements Expr {}

    /** {@code target.method(arguments)}. */
    record Call(Expr target, Method method, List<Expr> arguments) implements Expr {}

    /** {@code input | filter:arguments}. */
    record Filtered(Expr input, Filter filter, List<Expr> arguments) implements Expr {}

    /** {@code !operand}. */
    record Not(Expr operand) implements Expr {}

    /** {@code -operand} or {@code +operand}. */
    record Sign(boolean minus, Expr operand) implements Expr {}

    /** {@code left operator right}. */
    record Binary(Operator operator, Expr left, Expr right) implements Expr {}

    /** {@code condition ? yes : no}. */
    record Choice(Expr condition, Expr yes, Expr no) implements Expr {}

    /** {@code [a, b]}. */
    record Items(List<Expr> items) implements Expr {}
}
