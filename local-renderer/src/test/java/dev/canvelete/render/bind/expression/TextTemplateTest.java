package dev.canvelete.render.bind.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplateTest {
    private static final ObjectNode DATA =
            Json.object().put("name", "Ada").put("word", "soon").put("age", 36);

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "a {{name -> character 3: {{ is never closed: }} is missing",
                "{{'name}} -> character 3: the quoted text is never closed: ' is missing",
                "{{a +}} -> character 6: a value is right here, not }}",
                "{{}} -> character 3: a value is right here, not }}",
                "{{(a}} -> character 5: ) is right here, not }}",
                "{{a ? b}} -> character 8: : is right here, not }}",
                "{{a.1}} -> character 4: an operator, | or }} is right here, not .1",
                "{{a.b c}} -> character 7: an operator, | or }} is right here, not c",
                "{{a # b}} -> character 5: an operator, | or }} is right here, not #",
                "{{a; b}} -> character 4: ; means nothing in an expression",
                "{{a.eval()}} -> character 5: no method eval; there are toUpperCase, toLowerCase, trim, slice, join,"
                        + " toFixed, includes, replace, split, padStart",
                "{{a | upper}} -> character 7: no filter upper; there are currency, date, number, percent, uppercase,"
                        + " lowercase, capitalize, truncate, default",
                "{{a | truncate}} -> character 7: filter truncate takes exactly 1 argument(s)",
                "{{#if a}}x -> character 1: {{/if}} is right for {{#if a}}, not the end",
                "{{#if a}}{{/each}} -> character 10: {{/if}} is right for {{#if a}}, not {{/each}}",
                "x{{/if}} -> character 2: {{/if}} belongs to no block",
                "x{{else}} -> character 2: {{else}} belongs to no block",
                "{{#with a}}{{/with}} -> character 1: {{#with a}} is no block; #if, #unless and #each are",
                "{{@index}} -> character 3: @index means nothing here; @index, @first, @last and @key do in {{#each}}",
                "{{'\\u12'}} -> character 4: \\u and four hexadecimal digits are right",
            })
    void saysWhereAndWhatIsRight(String source, String message) {
        assertThatThrownBy(() -> TextTemplate.compile(source))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{name.padStart(1e9)}}",
                "{{#each list}}{{#each list}}{{#each list}}{{this}}{{/each}}{{/each}}{{/each}}",
                "{{#each list}}{{#each list}}{{/each}}{{/each}}",
                "{{#each list}}{{text + text}}{{/each}}",
                "{{#each list}}{{text.split('')}}{{/each}}",
                "{{#each list}}{{#if text.includes(part)}}x{{/if}}{{/each}}",
                "{{#each list}}{{#if text == other}}x{{/if}}{{/each}}",
                "{{text.replace('a', '$&$`$`$`$`$`').replace('b', \"$'$'$'$'$'$'$'$'$'$'$'\")}}{{list.join(text)}}",
            })
    void stopsWhatDoesTooMuch(String source) throws ExpressionException {
        ObjectNode data = Json.object()
                .put("name", "x")
                .put("text", "a".repeat(200_000) + "b")
                .put("other", "a".repeat(200_000) + "c")
                .put("part", "a".repeat(100_000) + "c");
        data.set("list", Json.tree(Collections.nCopies(5_000, 1)));
        TextTemplate template = TextTemplate.compile(source);
        assertThatThrownBy(() -> template.evaluate(data, Evaluation.standard()))
                .isInstanceOf(ExpressionException.class)
                .hasMessageMatching("the placeholders (take too many steps|work on too much text) for one record");
    }

    @Test
    void passesALargeValueThroughForFree() throws ExpressionException {
        String image = "data:image/png;base64," + "A".repeat(1_000);
        assertThat(TextTemplate.compile("{{src}}").evaluate(Json.object().put("src", image), new Evaluation(10, 10)))
                .isEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "a[", "!(", "a ? b : ", "a.slice("})
    void refusesDeepNesting(String opening) {
        assertThatThrownBy(() -> TextTemplate.compile("{{" + opening.repeat(100) + "a}}"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("at most 64 levels of nesting are right");
        assertThatThrownBy(() -> TextTemplate.compile("{{" + opening.repeat(100_000) + "a}}"))
                .isInstanceOf(ExpressionException.class);
    }

    @Test
    void refusesLongExpressionsAndDeepBlocks() {
        assertThatThrownBy(() -> TextTemplate.compile("{{a" + "+a".repeat(100_000) + "}}"))
                .hasMessageContaining("at most 500 words");
        assertThatThrownBy(() -> TextTemplate.compile("{{#if a}}".repeat(100_000)))
                .hasMessageContaining("at most 64 blocks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "{{#each name}}x{{/each}} -> #each needs a list or an object, not \"Ada\"",
                "{{name.join()}} -> join needs a list, not \"Ada\"",
                "{{age.toFixed(101)}} -> toFixed needs 0 to 100 digits",
                "{{age | number:word}} -> a filter needs 0 to 100 digits, not \"soon\"",
                "{{0 | date:'Q'}} -> the letter Q means nothing in a date's pattern: Q; text in it stands between"
                        + " single quotes",
                "{{0 | date:\"'x\"}} -> a date's pattern lacks a closing ': 'x",
            })
    void refusesDataOfTheWrongKind(String source, String message) throws ExpressionException {
        TextTemplate template = TextTemplate.compile(source);
        assertThatThrownBy(() -> template.evaluate(DATA, Evaluation.standard())).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "{{a}} {{b.c}} {{b.c}} {{name.first}} -> [a, b.c, name.first]",
                "{{config[env].url}} -> [env, config[env].url]",
                "{{a.b.trim() + c}} -> [a.b, c]",
                "{{first name}} {{first-name}} -> [first name, first-name]",
                "{{#if a}}{{a}}{{/if}}{{a ? 1 : 2}}{{!a}}{{a || b || 'c'}}{{a ?? 'x'}}{{a | default:'y'}} -> []",
                "{{#if a == null}}{{/if}}{{#each a}}{{else}}{{/each}}{{a && b}}{{#unless a.b}}{{/unless}} -> []",
                "{{#if a > 1}}{{/if}}{{#each b}}{{/each}}{{c || d}} -> [a, b, d]",
            })
    void reportsMissingDataThatWasUsedButNotWhatWasOnlyAskedFor(String source, String missing)
            throws ExpressionException {
        Evaluation evaluation = Evaluation.standard();
        TextTemplate.compile(source).evaluate(DATA, evaluation);
        String found = evaluation.missing().toString();
        assertThat(found).isEqualTo(missing);
    }

    @Test
    void reportsWhatFiltersCannotRead() throws ExpressionException {
        Evaluation evaluation = Evaluation.standard();
        TextTemplate.compile("{{word | date}} {{word | currency}} {{word.toFixed()}}")
                .evaluate(DATA, evaluation);
        assertThat(evaluation.invalid())
                .containsExactly(
                        "date needs an ISO 8601 date or milliseconds since 1970, not \"soon\"",
                        "currency needs a number, not \"soon\"",
                        "toFixed needs a number, not \"soon\"");
    }

    @Test
    void knowsWhatItReads() throws ExpressionException {
        TextTemplate template = TextTemplate.compile("{{user.name.trim()}} {{items.length}} {{this['first name']}}"
                + " {{a[b].c | default:d}} {{#each list}}{{name}} {{this.x}} {{@index}}{{/each}} {{e-f}} {{true}}");
        assertThat(template.roots())
                .containsExactly("user", "items", "first name", "b", "a", "d", "list", "name", "e-f", "e", "f");
        assertThat(template.paths())
                .containsExactly("user.name", "items", "this['first name']", "b", "a[b].c", "d", "list", "e-f");
        assertThat(template.isLiteral()).isFalse();
        assertThat(TextTemplate.compile("no { braces }").isLiteral()).isTrue();
        assertThat(TextTemplate.compile("").isLiteral()).isTrue();
    }

    @Test
    void givesTheValueOfALonePlaceholder() throws ExpressionException {
        JsonNode rows = Json.tree(List.of(List.of(1, 2)));
        JsonNode data = Json.object().set("rows", rows);
        assertThat(TextTemplate.compile("{{rows}}").value(data, Evaluation.standard()))
                .contains(rows);
        assertThat(TextTemplate.compile("{{rows.length * 2}}").value(data, Evaluation.standard()))
                .get()
                .returns(2.0, JsonNode::doubleValue);
        assertThat(TextTemplate.compile("{{none}}").value(data, Evaluation.standard()))
                .get()
                .returns(true, JsonNode::isMissingNode);
        assertThat(TextTemplate.compile("{{rows}} ").value(data, Evaluation.standard()))
                .isEmpty();
    }

    @Test
    void survivesRandomTemplates() {
        String[] words = {
            "{{",
            "}}",
            "{{#if ",
            "{{#each ",
            "{{/if}}",
            "{{/each}}",
            "{{else}}",
            "{{else if ",
            "a",
            "list",
            "this",
            "@index",
            "'",
            "\"",
            "(",
            ")",
            "[",
            "]",
            ".",
            ",",
            "?",
            ":",
            "|",
            "+",
            "-",
            "*",
            "/",
            "%",
            "==",
            "<",
            "&&",
            "??",
            "!",
            "1",
            "0.5",
            " ",
            "\n",
            "\\",
            "\u00e9",
            "\ud83d",
            "currency",
            "date",
            "slice",
            "replace",
            "padStart",
            "toFixed",
            "join"
        };
        ObjectNode data = Json.object().put("a", "{{a}}");
        ArrayNode list = data.putArray("list").add(1).add("x").addNull();
        list.addObject().put("a", 2);
        Random random = new Random(20261123);
        int evaluated = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder source = new StringBuilder(random.nextBoolean() ? "{{" : "");
            for (int n = random.nextInt(12); n > 0; n--) {
                source.append(words[random.nextInt(words.length)]);
            }
            source.append(random.nextBoolean() ? "}}" : "");
            try {
                TextTemplate.compile(source.toString()).evaluate(data, Evaluation.standard());
                evaluated++;
            } catch (ExpressionException e) {
                assertThat(e).hasMessageNotContaining("java.");
            }
        }
        assertThat(evaluated).isGreaterThan(1_000);
    }

    @Test
    void computesRandomSumsAsTheyAreWritten() throws ExpressionException {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder source = new StringBuilder();
            double expected = sum(random, 2, source);
            JsonNode value = TextTemplate.compile("{{" + source + "}}")
                    .value(DATA, Evaluation.standard())
                    .orElseThrow();
            assertThat(value.doubleValue()).as(source.toString()).isEqualTo(expected);
        }
    }

    /** Writes a random sum of products in as few parentheses as its operators need, and gives what it amounts to. */
    private static double sum(Random random, int depth, StringBuilder source) {
        double value = product(random, depth, source);
        for (int n = random.nextInt(3); n > 0; n--) {
            boolean plus = random.nextBoolean();
            source.append(plus ? " + " : " - ");
            double next = product(random, depth, source);
            value = plus ? value + next : value - next;
        }
        return value;
    }

    private static double product(Random random, int depth, StringBuilder source) {
        double value = factor(random, depth, source);
        for (int n = random.nextInt(3); n > 0; n--) {
            boolean times = random.nextBoolean();
            source.append(times ? "*" : "/");
            double next = factor(random, depth, source);
            value = times ? value * next : value / next;
        }
        return value;
    }

    private static double factor(Random random, int depth, StringBuilder source) {
        if (depth > 0 && random.nextInt(3) == 0) {
            source.append('(');
            double value = sum(random, depth - 1, source);
            source.append(')');
            return value;
        }
        int number = 1 + random.nextInt(9);
        source.append(number);
        return number;
    }
}
