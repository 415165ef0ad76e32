package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Evaluates what was parsed, and counts what that costs. A value that is only {@code asked} for may be missing without
 * being reported. Texts of the data are never parsed again.
 */
final class Evaluator {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final Evaluation evaluation;

    Evaluator(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Adds what the parts say to the text. */
    void append(List<Part> parts, Scope scope, StringBuilder text) throws ExpressionException {
        for (Part part : parts) {
            evaluation.step();
            switch (part) {
                case Part.Text literal -> append(literal.text(), text);
                case Part.Output output -> append(Values.text(value(output.expr(), scope, false)), text);
                case Part.If choice -> append(chosen(choice, scope), scope, text);
                case Part.Each each -> append(each, scope, text);
            }
        }
    }

    private void append(String piece, StringBuilder text) throws ExpressionException {
        evaluation.characters(piece.length());
        text.append(piece);
    }

    private List<Part> chosen(Part.If choice, Scope scope) throws ExpressionException {
        for (Part.Branch branch : choice.branches()) {
            if (Values.isTrue(value(branch.condition(), scope, true))) {
                return branch.body();
            }
        }
        return choice.otherwise();
    }

    private void append(Part.Each each, Scope scope, StringBuilder text) throws ExpressionException {
        JsonNode list = value(each.list(), scope, each.otherwise() != null);
        if (list.isEmpty() && each.otherwise() != null) {
            append(each.otherwise(), scope, text);
        } else if (list.isObject()) {
            int i = 0;
            for (Map.Entry<String, JsonNode> field : list.properties()) {
                item(each, new Scope(field.getValue(), scope, i++, list.size(), field.getKey()), text);
            }
        } else if (list.isArray()) {
            for (int i = 0; i < list.size(); i++) {
                item(each, new Scope(list.get(i), scope, i, list.size(), null), text);
            }
        } else if (!Values.isNothing(list)) {
            throw new ExpressionException("#each needs a list or an object, not " + Values.shortened(list));
        }
    }

    private void item(Part.Each each, Scope item, StringBuilder text) throws ExpressionException {
        evaluation.step();
        append(each.body(), item, text);
    }

    JsonNode value(Expr expr, Scope scope, boolean asked) throws ExpressionException {
        evaluation.step();
        return switch (expr) {
            case Expr.Literal literal -> literal.value();
            case Expr.Name name -> found(scope.named(name.name()), name.name(), asked);
            case Expr.OddName name -> oddName(name, scope, asked);
            case Expr.Member member -> found(member(member, scope), member.text(), asked);
            case Expr.Call call -> {
                JsonNode target = value(call.target(), scope, asked);
                yield new Methods(evaluation, values(call.arguments(), scope)).call(call.method(), target);
            }
            case Expr.Filtered(Expr input, Filter filter, List<Expr> arguments) -> {
                JsonNode value = value(input, scope, asked || filter == Filter.DEFAULT);
                yield new Filters(evaluation, values(arguments, scope)).apply(filter, value);
            }
            case Expr.Not(Expr operand) -> BooleanNode.valueOf(!Values.isTrue(value(operand, scope, true)));
            case Expr.Sign(boolean minus, Expr operand) -> {
                JsonNode value = value(operand, scope, asked);
                yield Operator.TIMES.apply(value, IntNode.valueOf(minus ? -1 : 1));
            }
            case Expr.Binary binary -> binary(binary, scope, asked);
            case Expr.Choice(Expr condition, Expr yes, Expr no) ->
                value(Values.isTrue(value(condition, scope, true)) ? yes : no, scope, asked);
            case Expr.Items(List<Expr> items) -> new ArrayNode(JsonNodeFactory.instance, values(items, scope));
        };
    }

    private List<JsonNode> values(List<Expr> exprs, Scope scope) throws ExpressionException {
        List<JsonNode> values = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            values.add(value(expr, scope, false));
        }
        return values;
    }

    private JsonNode found(JsonNode value, String path, boolean asked) {
        if (value.isMissingNode() && !asked) {
            evaluation.missing(path);
        }
        return value;
    }

    private JsonNode oddName(Expr.OddName name, Scope scope, boolean asked) throws ExpressionException {
        JsonNode value = scope.field(name.name());
        Expr difference = name.otherwise();
        String minuend = name.name().substring(0, Math.max(0, name.name().indexOf('-')));
        return value.isMissingNode()
                        && difference != null
                        && !scope.field(minuend).isMissingNode()
                ? value(difference, scope, asked)
                : found(value, name.name(), asked);
    }

    private JsonNode member(Expr.Member member, Scope scope) throws ExpressionException {
        JsonNode target = value(member.target(), scope, true);
        JsonNode key = value(member.key(), scope, false);
        evaluation.characters(Values.weight(key));
        String name = Values.text(key);
        if (target.isObject()) {
            return target.path(name);
        }
        int size = target.isTextual() ? target.textValue().length() : target.size();
        if (name.equals("length") && (target.isTextual() || target.isArray())) {
            return IntNode.valueOf(size);
        }
        int index = INDEX.matcher(name).matches() ? Integer.parseInt(name) : size;
        if (index >= size) {
            return MissingNode.getInstance();
        }
        return target.isArray()
                ? target.get(index)
                : TextNode.valueOf(target.textValue().substring(index, index + 1));
    }

    private JsonNode binary(Expr.Binary binary, Scope scope, boolean asked) throws ExpressionException {
        Operator operator = binary.operator();
        boolean againstNothing = isNothing(binary.left()) || isNothing(binary.right());
        JsonNode left = value(binary.left(), scope, operator.isLazy() || againstNothing);
        if (operator.isSettledBy(left)) {
            return left;
        }
        JsonNode right = value(binary.right(), scope, operator.isLazy() ? asked : againstNothing);
        if (!operator.isLazy()) {
            evaluation.characters(Values.weight(left) + Values.weight(right));
        }
        return operator.apply(left, right);
    }

    private static boolean isNothing(Expr expr) {
        return expr instanceof Expr.Literal(JsonNode value) && Values.isNothing(value);
    }
}
