package dev.canvelete.client.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    private static String name(String template, ObjectNode data) {
        return FileNames.parse(template).expand(7, data);
    }

    @Test
    void findsValuesByTheirPathAndCountsRows() {
        ObjectNode data = Json.object().put("name", "Ada").put("n", 3);
        data.putObject("address").put("city", "Bern");

        assertThat(name("{{address.city}}/{{ name }} {{n}}", data)).isEqualTo("Bern/Ada 3");
        assertThat(name("{{row}}-{{name}}", data)).isEqualTo("000007-Ada");
        assertThat(name("{{row}}", Json.object().put("row", "A1"))).isEqualTo("A1");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a-b",
        "'..', _",
        "'C:\\x', C--x",
        "nul.txt, _nul.txt",
        "'a. ', a",
        "'.hidden', hidden",
        "'a\tb', a-b"
    })
    void makesValuesSafe(String value, String safe) {
        assertThat(name("{{v}}", Json.object().put("v", value))).isEqualTo(safe);
    }

    @Test
    void shortensLongNamesBetweenCharacters() {
        assertThat(name("{{v}}", Json.object().put("v", "\ud83c\udf89".repeat(100))))
                .isEqualTo("\ud83c\udf89".repeat(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "../a", "a/./b", "{{a", "a//b"})
    void refusesTemplatesThatNameNoFileBelowAFolder(String template) {
        assertThatThrownBy(() -> FileNames.parse(template)).hasMessageContaining("names no file below the folder");
    }

    @Test
    void saysWhichValueIsMissing() {
        ObjectNode data = Json.object().put("name", "").put("n", 1);

        assertThatThrownBy(() -> name("{{who}}", data))
                .hasMessage("the name needs {{who}}, which is not among name, n");
        assertThatThrownBy(() -> name("{{name}}", data)).hasMessageContaining("empty here");
    }

    @Test
    void numbersNamesThatComeAgain() {
        UsedNames used = new UsedNames();

        assertThat(used.unique("a")).isEqualTo("a");
        assertThat(used.unique("a-2")).isEqualTo("a-2");
        assertThat(used.unique("A")).isEqualTo("A-3");
        assertThat(used.unique("a")).isEqualTo("a-4");
    }

    @Test
    void staysUniqueForManyNames() {
        UsedNames used = new UsedNames();
        Set<String> names = new HashSet<>();

        for (int i = 0; i < 100_000; i++) {
            names.add(used.unique("same"));
            names.add(used.unique("name " + i));
        }

        assertThat(names).hasSize(200_000).contains("same-100000", "name 99999");
    }
}
