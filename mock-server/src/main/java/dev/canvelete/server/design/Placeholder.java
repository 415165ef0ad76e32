package dev.canvelete.server.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One {@code {{…}}} of a text, taken apart as far as it takes to know which data it asks for. What it computes is the
 * engine's business.
 *
 * @param kind what it does with its data
 * @param paths the data that it asks for, as dotted paths, in the order they are named
 * @param defaultValue the literal that stands in for missing data
 */
record Placeholder(Kind kind, List<String> paths, @Nullable String defaultValue) {
    /** Longer ones are left alone: no person wrote them, and patterns take their time over them. */
    private static final int LONGEST = 2000;

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*+)\"|'([^']*+)'");
    private static final Pattern FILTERS = Pattern.compile("(?<!\\|)\\|(?!\\|).*", Pattern.DOTALL);
    private static final Pattern DEFAULT =
            Pattern.compile("(?:\\|\\s*default\\s*:|\\?\\?|\\|\\|)\\s*" + LITERAL.pattern() + "\\s*(?:\\||$)");
    private static final Pattern BLOCK =
            Pattern.compile("#(if|unless|each)\\s+(.*)|else\\s+if\\s+(.*)", Pattern.DOTALL);
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w$.@])[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*(?<call>\\s*\\()?");
    private static final List<String> NO_DATA = List.of("true", "false", "null", "undefined", "this", "else");

    /** What a placeholder does with its data. */
    enum Kind {
        SHOW,
        TEST,
        REPEAT
    }

    /** The placeholders of a text, in their order; what ends a block or names no data is left out. */
    static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        replace(text, inside -> {
            Placeholder placeholder = of(inside);
            if (!placeholder.paths.isEmpty()) {
                found.add(placeholder);
            }
            return null;
        });
        return found;
    }

    /**
     * A text with some of its placeholders replaced.
     *
     * @param replacement gives the text for what is between a placeholder's braces, or null to leave it as it is
     */
    static String replace(String text, Function<String, @Nullable String> replacement) {
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        int open = text.indexOf("{{");
        int close = open < 0 ? -1 : text.indexOf("}}", open);
        while (close >= 0) {
            String inside = text.substring(open + 2, close).strip();
            String value = inside.length() > LONGEST ? null : replacement.apply(inside);
            replaced.append(text, done, open).append(value == null ? text.substring(open, close + 2) : value);
            done = close + 2;
            open = text.indexOf("{{", done);
            close = open < 0 ? -1 : text.indexOf("}}", open);
        }
        return replaced.append(text, done, text.length()).toString();
    }

    private static Placeholder of(String inside) {
        if (inside.startsWith("/")) {
            return new Placeholder(Kind.TEST, List.of(), null);
        }
        Matcher block = BLOCK.matcher(inside);
        if (!block.matches()) {
            return new Placeholder(Kind.SHOW, paths(inside), defaultValue(inside));
        }
        String condition = block.group(2) == null ? block.group(3) : block.group(2);
        return new Placeholder("each".equals(block.group(1)) ? Kind.REPEAT : Kind.TEST, paths(condition), null);
    }

    private static @Nullable String defaultValue(String expression) {
        Matcher matcher = DEFAULT.matcher(expression);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private static List<String> paths(String expression) {
        String bare =
                FILTERS.matcher(LITERAL.matcher(expression).replaceAll(" ")).replaceAll("");
        List<String> paths = new ArrayList<>();
        Matcher matcher = PATH.matcher(bare);
        while (matcher.find()) {
            String path = matcher.group().replace("(", "").strip();
            // A method's name and a length are no part of the data.
            if (matcher.group("call") != null || path.endsWith(".length")) {
                path = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
            }
            String root = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
            if (!path.isEmpty() && !NO_DATA.contains(root) && !paths.contains(path)) {
                paths.add(path);
            }
        }
        return paths;
    }
}
