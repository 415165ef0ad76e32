package dev.canvelete.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Renders of a batch that have a long text alike, as each record has that brings the same picture. */
@ParameterizedClass
@EnumSource
class LongTextTest {
    /** With a character that PostgreSQL keeps in no text. */
    private static final String LONG = "ä picture\0".repeat(500);

    private final ServerOptions options;
    private final MockServer server;
    private final Api api;

    LongTextTest(TestDatabase database) {
        options = database.options().withEngine("scripted");
        server = MockServer.start(options);
        api = Api.enterprise(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String batch(String... contents) {
        return IntStream.range(0, contents.length)
                .mapToObj(i -> "{\"templateId\":\"badge_template\",\"dynamicData\":{\"id\":%d,\"content\":%s}}"
                        .formatted(i, Json.tree(contents[i])))
                .collect(joining(",", "{\"renders\":[", "]}"));
    }

    private List<String> files(JsonNode batch) {
        List<String> files = new ArrayList<>();
        for (JsonNode render : batch.path("renders")) {
            files.add(new String(
                    Api.bytes(api.request(render.path("downloadUrl").asText())).body(), StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void eachHasItWhole() {
        JsonNode batch = api.finished(batch(LONG, LONG + "2", LONG, LONG + "2", LONG + "3", "short"));

        assertThat(files(batch)).containsExactly(LONG, LONG + "2", LONG, LONG + "2", LONG + "3", "short");
        assertThat(batch.path("renders"))
                .noneMatch(render -> render.path("cached").asBoolean());
    }

    @Test
    void anEqualBatchIsGivenTheSameFilesAndAnotherIsNot() {
        api.finished(batch(LONG, LONG));

        JsonNode again = api.finished(batch(LONG, LONG, LONG));

        assertThat(again.path("renders"))
                .extracting(render -> render.path("cached").asBoolean())
                .containsExactly(true, true, false);
        assertThat(api.finished(batch(LONG + "2", LONG + "2")).path("renders"))
                .noneMatch(render -> render.path("cached").asBoolean());
    }

    @Test
    void theDashboardDrawsARenderAgainWithIt() {
        String render =
                api.finished(batch(LONG, LONG)).at("/renders/1/renderId").asText();

        assertThat(new String(
                        Api.bytes(api.request("/__admin/dashboard/renders/" + render + "/picture"))
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo(LONG);
    }

    @Test
    void theDashboardShowsItOfARenderAndNotInItsLists() {
        JsonNode batch = api.finished(batch(LONG, LONG));
        String alone = api.post(
                        "/v1/render/template/badge_template",
                        "{\"dynamicData\":{\"content\":%s}}".formatted(Json.tree(LONG)))
                .data()
                .path("renderId")
                .asText();

        JsonNode renders = api.get(
                        "/__admin/dashboard/batches/" + batch.path("batchId").asText() + "/renders")
                .data();
        JsonNode singles = api.get("/__admin/dashboard/renders").data();

        assertThat(renders).hasSize(2).noneMatch(render -> render.has("request"));
        assertThat(singles).hasSize(1).noneMatch(render -> render.has("request"));
        for (String id : List.of(renders.get(1).at("/result/renderId").asText(), alone)) {
            assertThat(api.get("/__admin/dashboard/renders/" + id)
                            .data()
                            .at("/request/dynamicData/content")
                            .asText())
                    .isEqualTo(LONG);
        }
    }

    @Test
    void itIsStoredOnceAndAResetRemovesIt() throws Exception {
        assumeTrue(options.database().isPresent(), "nobody else reads a database in memory");
        api.finished(batch(LONG, LONG + "2", LONG, LONG + "2", LONG + "3"));
        try (Connection connection = TestDatabase.connect(options.database().orElseThrow());
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "select count(*) from batch_texts")).isEqualTo(2);
            assertThat(number(statement, "select sum(length(request)) from renders"))
                    .isBetween(LONG.length(), 2 * LONG.length());

            server.control().reset(null);

            assertThat(number(statement, "select count(*) from batch_texts")).isZero();
        }
    }

    private static int number(Statement statement, String sql) throws Exception {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
