package dev.canvelete.render.bind.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The language by examples: a file of them has the data in its second line, then a template and its result in each. */
class LanguageTest {
    private static final String ARROW = "  →  ";

    @TestFactory
    Stream<DynamicTest> expressionsGiveWhatABrowserGives() throws IOException {
        return examples("javascript.txt", expression -> "{{" + expression + "}}");
    }

    @TestFactory
    Stream<DynamicTest> templatesGiveWhatTheLanguageSays() throws IOException {
        return examples("language.txt", template -> template);
    }

    @Test
    void blockTagsAloneOnTheirLineTakeItWithThem() throws ExpressionException {
        JsonNode data = Json.object().set("items", Json.tree(List.of("a", "b")));
        String list = "List:\n  {{#each items}}  \n- {{this}}\n{{/each}}\r\n{{#if items}}\nend{{/if}}\n";
        assertThat(TextTemplate.compile(list).evaluate(data, Evaluation.standard()))
                .isEqualTo("List:\n- a\n- b\nend\n");
        assertThat(TextTemplate.compile("A\n{{#if no}}x{{/if}}\n{{ items[0] }}\nB")
                        .evaluate(data, Evaluation.standard()))
                .isEqualTo("A\n\na\nB");
    }

    private interface Wrapping {
        String template(String example);
    }

    private static Stream<DynamicTest> examples(String file, Wrapping wrapping) throws IOException {
        List<String> lines = lines(file);
        JsonNode data = Json.mapper().readTree(lines.get(1));
        return lines.stream().skip(2).map(line -> {
            int arrow = line.indexOf(ARROW);
            String template = wrapping.template(line.substring(0, arrow));
            return DynamicTest.dynamicTest(template, () -> {
                String expected = Json.mapper()
                        .readTree(line.substring(arrow + ARROW.length()))
                        .textValue();
                assertThat(TextTemplate.compile(template).evaluate(data, Evaluation.standard()))
                        .isEqualTo(expected);
            });
        });
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(LanguageTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
