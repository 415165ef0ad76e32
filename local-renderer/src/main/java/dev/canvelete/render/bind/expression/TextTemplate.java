package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text with placeholders, such as <code>Hello {{user.name | default:"you"}}</code>, compiled. Immutable and
 * thread-safe; evaluating it is bounded by an {@link Evaluation} and reaches nothing but the data that it is given.
 */
public final class TextTemplate {
    private final String source;
    private final List<Part> parts;
    private final Reads reads;

    private TextTemplate(String source, List<Part> parts, Reads reads) {
        this.source = source;
        this.parts = parts;
        this.reads = reads;
    }

    /**
     * Compiles a text.
     *
     * @throws ExpressionException if a placeholder is malformed, with its place and what would be right
     */
    public static TextTemplate compile(String source) throws ExpressionException {
        Reads reads = new Reads();
        return new TextTemplate(source, new TemplateParser(source, reads).parse(), reads);
    }

    /** Whether it has no placeholder at all, so that no data can change it. */
    public boolean isLiteral() {
        return parts.isEmpty() || (parts.size() == 1 && parts.get(0) instanceof Part.Text);
    }

    /**
     * Every name of the data, at its top level, that it may read, in order of appearance. A name inside an
     * {@code each} is among them, although it may turn out to be an item's field; so is {@code this} where it stands for
     * all of the data.
     */
    public Set<String> roots() {
        return Collections.unmodifiableSet(reads.roots);
    }

    /** The paths that it reads outside {@code each}, as it writes them, in order of appearance. */
    public List<String> paths() {
        return List.copyOf(reads.paths);
    }

    /**
     * Its text for some data. Placeholders whose data is missing are empty, and noted in the evaluation.
     *
     * @throws ExpressionException if the data is of a kind that an expression cannot work on, or a limit is reached
     */
    public String evaluate(JsonNode data, Evaluation evaluation) throws ExpressionException {
        Optional<JsonNode> value = value(data, evaluation);
        if (value.isPresent()) {
            return Values.text(value.get());
        }
        if (isLiteral()) {
            return source;
        }
        StringBuilder text = new StringBuilder();
        new Evaluator(evaluation).append(parts, Scope.of(data), text);
        return text.toString();
    }

    /**
     * The value itself, of its own kind, if the text is one placeholder and nothing else; it is a
     * {@link com.fasterxml.jackson.databind.node.MissingNode} where the data is missing.
     *
     * @throws ExpressionException as {@link #evaluate} does
     */
    public Optional<JsonNode> value(JsonNode data, Evaluation evaluation) throws ExpressionException {
        return parts.size() == 1 && parts.get(0) instanceof Part.Output(Expr expr)
                ? Optional.of(new Evaluator(evaluation).value(expr, Scope.of(data), false))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return source;
    }
}
