package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the expression of one tag by recursive descent, operators by their rank. */
final class Parser {
    private static final int DEEPEST = 64;
    private static final Map<String, JsonNode> CONSTANTS = Map.of(
            "true", BooleanNode.TRUE,
            "false", BooleanNode.FALSE,
            "null", NullNode.instance,
            "undefined", MissingNode.getInstance());
    private static final Set<String> OF_LOOPS = Set.of("@index", "@first", "@last", "@key");

    /** Words joined by spaces or hyphens, up to a filter or the end of the tag. */
    private static final Pattern ODD_NAME = Pattern.compile("(?!(?:if|unless|each|else) )"
            + "[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+(?:(?: ++|-)[\\p{L}\\p{M}\\p{N}_$]++)++(?= *+(?:}}|\\|(?!\\|)))");

    private final String source;
    private final List<Token> tokens;
    private final Reads reads;
    private final int loops;
    private int next;
    private int depth;

    /**
     * @param first the index of the token that the expression begins with
     * @param loops how many {@code each} the tag stands in
     */
    Parser(String source, List<Token> tokens, int first, Reads reads, int loops) {
        this.source = source;
        this.tokens = tokens;
        this.next = first;
        this.reads = reads;
        this.loops = loops;
    }

    /** The expression, which must reach to the end of the tag. */
    Expr whole() throws ExpressionException {
        return ended(filtered());
    }

    /** As {@link #whole}, but what is printed may also be a name that is no identifier. */
    Expr output() throws ExpressionException {
        Matcher odd = ODD_NAME.matcher(source).region(token().start(), source.length());
        return odd.lookingAt() ? ended(filters(oddName(odd.group()))) : whole();
    }

    /**
     * {@code first-name} is the datum of that name, or a difference where there is none; {@code first name} can be
     * nothing but a name.
     */
    private Expr oddName(String name) throws ExpressionException {
        reads.add(name, name, loops);
        int end = token().start() + name.length();
        Expr otherwise = null;
        if (name.indexOf(' ') < 0) {
            Reads difference = new Reads();
            otherwise = new Parser(source, tokens, next, difference, loops).choice();
            reads.roots.addAll(difference.roots);
        }
        while (token().start() < end) {
            next++;
        }
        return new Expr.OddName(name, otherwise);
    }

    private Expr ended(Expr expr) throws ExpressionException {
        if (token().kind() != Token.Kind.END) {
            throw unexpected("an operator, | or }}");
        }
        return expr;
    }

    private Expr filters(Expr input) throws ExpressionException {
        Expr expr = input;
        while (accept("|")) {
            Token name = token();
            expect(Token.Kind.NAME, "the name of a filter");
            Filter filter = Filter.of(name);
            List<Expr> arguments = new ArrayList<>();
            while (accept(":")) {
                arguments.add(unary());
            }
            if (arguments.size() < filter.least || arguments.size() > filter.most) {
                String right = filter.least == filter.most ? "exactly " + filter.most : "at most " + filter.most;
                throw new ExpressionException(name.start(), "filter " + filter + " takes " + right + " argument(s)");
            }
            expr = new Expr.Filtered(expr, filter, List.copyOf(arguments));
        }
        return expr;
    }

    private Expr filtered() throws ExpressionException {
        return filters(choice());
    }

    private Expr choice() throws ExpressionException {
        if (++depth > DEEPEST) {
            throw new ExpressionException(token().start(), "at most " + DEEPEST + " levels of nesting are right");
        }
        Expr expr = binary(1);
        if (accept("?")) {
            Expr yes = choice();
            expect(":");
            expr = new Expr.Choice(expr, yes, choice());
        }
        depth--;
        return expr;
    }

    private Expr binary(int rank) throws ExpressionException {
        Expr left = unary();
        for (Operator operator = Operator.of(token());
                operator != null && operator.rank >= rank;
                operator = Operator.of(token())) {
            next++;
            left = new Expr.Binary(operator, left, binary(operator.rank + 1));
        }
        return left;
    }

    private Expr unary() throws ExpressionException {
        if (accept("!")) {
            return new Expr.Not(unary());
        }
        boolean minus = token().is("-");
        return accept("-") || accept("+") ? new Expr.Sign(minus, unary()) : postfix();
    }

    /** A primary and the members and calls behind it. Notes the path when the primary is a name of the data. */
    private Expr postfix() throws ExpressionException {
        Token first = token();
        Expr expr = primary();
        boolean pathGoesOn = expr instanceof Expr.Name;
        String root = first.text();
        String path = root;
        while (token().is(".") || token().is("[")) {
            boolean dot = accept(".");
            Token name = token();
            if (dot) {
                expect(Token.Kind.NAME, "a name");
            }
            if (dot && token().is("(")) {
                expr = new Expr.Call(expr, Method.of(name), arguments());
                pathGoesOn = false;
                continue;
            }
            Expr key = dot ? new Expr.Literal(TextNode.valueOf(name.text())) : index();
            expr = new Expr.Member(
                    expr,
                    key,
                    source.substring(first.start(), tokens.get(next - 1).end()));
            pathGoesOn &= !name.isName("length");
            if (pathGoesOn) {
                path = ((Expr.Member) expr).text();
                root = root.equals("this") && key instanceof Expr.Literal literal
                        ? literal.value().asText()
                        : root;
            }
        }
        if (first.kind() == Token.Kind.NAME
                && !(expr instanceof Expr.Literal)
                && !(loops > 0 && first.isName("this"))) {
            reads.add(root, path, loops);
        }
        return expr;
    }

    private Expr primary() throws ExpressionException {
        Token token = token();
        next++;
        switch (token.kind()) {
            case NUMBER -> {
                return new Expr.Literal(DoubleNode.valueOf(Double.parseDouble(token.text())));
            }
            case QUOTED -> {
                return new Expr.Literal(TextNode.valueOf(token.text()));
            }
            case NAME -> {
                return name(token);
            }
            case SYMBOL -> {
                if (token.is("(")) {
                    Expr expr = filtered();
                    expect(")");
                    return expr;
                }
                if (token.is("[")) {
                    return new Expr.Items(list("]"));
                }
            }
            case END -> {}
        }
        next--;
        throw unexpected("a value");
    }

    private Expr name(Token token) throws ExpressionException {
        JsonNode constant = CONSTANTS.get(token.text());
        if (constant != null) {
            return new Expr.Literal(constant);
        }
        if (token.text().startsWith("@") && !(loops > 0 && OF_LOOPS.contains(token.text()))) {
            throw new ExpressionException(
                    token.start(),
                    token.text() + " means nothing here; @index, @first, @last and @key do in {{#each}}");
        }
        return new Expr.Name(token.text());
    }

    private Expr index() throws ExpressionException {
        expect("[");
        Expr key = filtered();
        expect("]");
        return key;
    }

    private List<Expr> arguments() throws ExpressionException {
        expect("(");
        return list(")");
    }

    private List<Expr> list(String end) throws ExpressionException {
        List<Expr> items = new ArrayList<>();
        if (!accept(end)) {
            do {
                items.add(filtered());
            } while (accept(","));
            expect(end);
        }
        return List.copyOf(items);
    }

    private Token token() {
        return tokens.get(next);
    }

    private boolean accept(String symbol) {
        boolean there = token().is(symbol);
        if (there) {
            next++;
        }
        return there;
    }

    private void expect(String symbol) throws ExpressionException {
        if (!accept(symbol)) {
            throw unexpected(symbol);
        }
    }

    private void expect(Token.Kind kind, String what) throws ExpressionException {
        if (token().kind() != kind) {
            throw unexpected(what);
        }
        next++;
    }

    private ExpressionException unexpected(String right) {
        return new ExpressionException(
                token().start(), right + " is right here, not " + source.substring(token().start(), token().end()));
    }
}
