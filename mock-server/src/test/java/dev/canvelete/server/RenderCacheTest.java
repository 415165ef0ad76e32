package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RenderCacheTest {
    private final MockServer server;
    private final Api api;

    RenderCacheTest(TestDatabase database) {
        server = MockServer.start(database.options().withEngine("placeholder"));
        api = Api.enterprise(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void givesTheStoredFileOfAnEqualRender() {
        String path = "/v1/render/design/" + design();
        JsonNode first = api.post(path, "{\"dynamicData\":{\"name\":\"Ada\"}}").data();
        JsonNode second = api.post(path, "{\"dynamicData\":{\"name\":\"Ada\"}}").data();

        assertThat(first.path("cached").asBoolean()).isFalse();
        assertThat(second.path("cached").asBoolean()).isTrue();
        assertThat(second.path("renderId")).isNotEqualTo(first.path("renderId"));
        assertThat(second.path("fileSize")).isEqualTo(first.path("fileSize"));
        assertThat(Api.bytes(api.request(second.path("downloadUrl").asText())).body())
                .isEqualTo(Api.bytes(api.request(first.path("downloadUrl").asText()))
                        .body());
        JsonNode batch = api.finished("{\"renders\":[{\"designId\":\"" + path.substring("/v1/render/design/".length())
                + "\",\"dynamicData\":{\"name\":\"Ada\"}}]}");
        assertThat(batch.path("renders").get(0).path("cached").asBoolean()).isTrue();
    }

    @Test
    void anythingThatMayChangeTheFileIsAnotherRender() {
        String path = "/v1/render/design/" + design();
        for (String body : new String[] {
            "{}",
            "{\"dynamicData\":{\"name\":\"Ada\"}}",
            "{\"dynamicData\":{\"name\":\"Ad\",\"a\":\"\"}}",
            "{\"dynamicData\":{\"name\":[\"Ada\"]}}",
            "{\"dynamicData\":{\"name\":[]}}",
            "{\"dynamicData\":{\"name\":{}}}",
            "{\"dynamicData\":{\"name\":null}}",
            "{\"dynamicData\":{\"name\":1}}",
            "{\"dynamicData\":{\"name\":1.0}}",
            "{\"dynamicData\":{\"name\":\"1\"}}",
            "{\"dynamicData\":{\"name\":\"\u00e9\"}}",
            "{\"dynamicElements\":{\"name\":{\"text\":\"Ada\"}}}",
            "{\"format\":\"jpg\"}",
            "{\"quality\":7}",
            "{\"scale\":2}",
            "{\"width\":7}",
            "{\"dpi\":300}",
            "{\"background\":\"red\"}",
            "{\"strict\":true}",
            "{\"lang\":\"en\"}"
        }) {
            assertThat(api.post(path, body).data().path("cached").asBoolean())
                    .as(body)
                    .isFalse();
        }
    }

    @Test
    void halfASurrogatePairIsAnswered() {
        JsonNode renders = api.finished("""
                        {"renders":[{"templateId":"badge_template","dynamicData":{"name":"Ada"}},
                                    {"templateId":"badge_template","dynamicData":{"name":"?"}},
                                    {"templateId":"badge_template","dynamicData":{"name":"\\ud83d"}}]}""").path("renders");

        assertThat(renders)
                .extracting(render -> render.path("status").asText())
                .containsOnly("completed")
                .hasSize(3);
    }

    @Test
    void halfASurrogatePairIsNoQuestionMark() {
        String path = "/v1/render/design/" + design();
        for (String text : new String[] {"?", "\\ud83d", "\\ude00", "a\\ud83d", "\\ud83d\\ude00"}) {
            assertThat(api.post(path, "{\"dynamicData\":{\"name\":\"" + text + "\"}}")
                            .data()
                            .path("cached")
                            .asBoolean())
                    .as(text)
                    .isFalse();
        }
    }

    @Test
    void whoeverWantsItDrawnGetsItDrawn() {
        String path = "/v1/render/design/" + design();

        for (int i = 0; i < 2; i++) {
            assertThat(api.post(path, "{\"cache\":false}").data().path("cached").asBoolean())
                    .isFalse();
        }
        assertThat(api.post(path, "{}").data().path("cached").asBoolean())
                .as("nobody is given what was to stand alone")
                .isFalse();
    }

    @Test
    void aChangedDesignNeverGivesTheOldFile() {
        String id = design();
        assertThat(api.post("/v1/render/design/" + id, "{}")
                        .data()
                        .path("width")
                        .asInt())
                .isEqualTo(30);
        for (int width = 31; width < 40; width++) {
            api.send("PATCH", "/v1/designs/" + id, "{\"width\":" + width + "}");
            JsonNode changed = api.post("/v1/render/design/" + id, "{}").data();
            assertThat(changed.path("cached").asBoolean()).isFalse();
            assertThat(changed.path("width").asInt()).isEqualTo(width);
        }
    }

    @Test
    void noAccountIsGivenAnothersRender() {
        String body = "{\"dynamicData\":{\"id\":\"only here\"}}";
        api.post("/v1/render/template/badge_template", body);

        assertThat(new Api(server.baseUri(), "cvt_test_teams")
                        .post("/v1/render/template/badge_template", body)
                        .data()
                        .path("cached")
                        .asBoolean())
                .isFalse();
    }

    private String design() {
        return api.post("/v1/designs", "{\"width\":30,\"height\":20}")
                .data()
                .path("id")
                .asText();
    }
}
