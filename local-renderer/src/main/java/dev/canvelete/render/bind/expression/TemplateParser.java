package dev.canvelete.render.bind.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses text with placeholders and blocks. A tag of a block that stands alone on its line takes the line with it, as
 * in Handlebars.
 */
final class TemplateParser {
    private static final int DEEPEST = 64;

    private final String source;
    private final Reads reads;
    private int position;
    private int depth;
    private int loops;
    private @Nullable Tag last;

    /** A tag that ends a body: an {@code else} or a closing tag. */
    private record Tag(List<Token> tokens, int open) {
        Token word(int index) {
            return tokens.get(Math.min(index, tokens.size() - 1));
        }

        boolean isElse() {
            boolean alone = word(1).kind() == Token.Kind.END;
            return word(0).isName("else") && (alone || word(1).isName("if"));
        }

        boolean isElseIf() {
            return isElse() && word(1).isName("if");
        }

        boolean isBlock() {
            return word(0).is("#") || word(0).is("/") || isElse();
        }

        int close() {
            return tokens.get(tokens.size() - 1).end();
        }
    }

    TemplateParser(String source, Reads reads) {
        this.source = source;
        this.reads = reads;
    }

    List<Part> parse() throws ExpressionException {
        List<Part> parts = body();
        if (last != null) {
            throw new ExpressionException(last.open, text(last) + " belongs to no block");
        }
        return parts;
    }

    /** Everything up to the end or to a tag that the caller knows what to do with, which becomes {@link #last}. */
    private List<Part> body() throws ExpressionException {
        List<Part> parts = new ArrayList<>();
        while (true) {
            int open = source.indexOf("{{", position);
            if (open < 0) {
                addText(parts, source.length());
                last = null;
                return List.copyOf(parts);
            }
            Tag tag = new Tag(Lexer.tokens(source, open), open);
            int lineStart = tag.isBlock() ? startOfOwnLine(tag) : -1;
            addText(parts, lineStart < 0 ? open : Math.max(position, lineStart));
            position = lineStart < 0 ? tag.close() : endOfLine(tag.close());
            if (tag.word(0).is("#")) {
                parts.add(block(tag));
            } else if (tag.isBlock()) {
                last = tag;
                return List.copyOf(parts);
            } else {
                parts.add(new Part.Output(parser(tag, 0).output()));
            }
        }
    }

    private void addText(List<Part> parts, int end) {
        if (end > position) {
            parts.add(new Part.Text(source.substring(position, end)));
        }
    }

    private Part block(Tag tag) throws ExpressionException {
        if (++depth > DEEPEST) {
            throw new ExpressionException(tag.open, "at most " + DEEPEST + " blocks inside each other are right");
        }
        Part block;
        switch (tag.word(1).text()) {
            case "if" -> block = branches(tag, parser(tag, 2).whole());
            case "unless" -> block = branches(tag, new Expr.Not(parser(tag, 2).whole()));
            case "each" -> block = each(tag);
            default -> throw new ExpressionException(tag.open, text(tag) + " is no block; #if, #unless and #each are");
        }
        depth--;
        return block;
    }

    private Part branches(Tag tag, Expr first) throws ExpressionException {
        List<Part.Branch> branches = new ArrayList<>();
        branches.add(new Part.Branch(first, body()));
        for (Tag next = last; next != null && next.isElseIf(); next = last) {
            Expr condition = parser(next, 2).whole();
            branches.add(new Part.Branch(condition, body()));
        }
        List<Part> otherwise = last != null && last.isElse() ? body() : List.of();
        end(tag);
        return new Part.If(List.copyOf(branches), otherwise);
    }

    private Part each(Tag tag) throws ExpressionException {
        Expr list = parser(tag, 2).whole();
        loops++;
        List<Part> body = body();
        loops--;
        List<Part> otherwise = last != null && last.isElse() && !last.isElseIf() ? body() : null;
        end(tag);
        return new Part.Each(list, body, otherwise);
    }

    private void end(Tag tag) throws ExpressionException {
        String name = tag.word(1).text();
        boolean right = last != null
                && last.word(0).is("/")
                && last.word(1).isName(name)
                && last.word(2).kind() == Token.Kind.END;
        if (!right) {
            String found = last == null ? "the end" : text(last);
            int at = last == null ? tag.open : last.open;
            throw new ExpressionException(at, "{{/" + name + "}} is right for " + text(tag) + ", not " + found);
        }
    }

    private Parser parser(Tag tag, int first) {
        return new Parser(source, tag.tokens, Math.min(first, tag.tokens.size() - 1), reads, loops);
    }

    private String text(Tag tag) {
        return source.substring(tag.open, tag.close());
    }

    /** Where the tag's line begins if nothing but blanks is on it beside the tag, else -1. */
    private int startOfOwnLine(Tag tag) {
        int start = tag.open;
        while (start > 0 && isBlank(source.charAt(start - 1))) {
            start--;
        }
        boolean begins = start == 0 || source.charAt(start - 1) == '\n';
        return begins && endOfLine(tag.close()) >= 0 ? start : -1;
    }

    /** The offset after the line break that follows, over blanks only, or after the text's end; else -1. */
    private int endOfLine(int from) {
        int end = from;
        while (end < source.length() && (isBlank(source.charAt(end)) || source.charAt(end) == '\r')) {
            end++;
        }
        if (end == source.length()) {
            return end;
        }
        return source.charAt(end) == '\n' ? end + 1 : -1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
