package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DesignTest {
    private static final String CARD = """
            {"name":"Card","width":300,"height":200,"isTemplate":true,"category":"Cards","kept":{"a":1.50},
             "canvasData":{"background":"{{ brand.color ?? '#fff' }}","elements":[
              {"type":"text","x":0,"y":0,"width":100,"height":20,"text":"{{user.name | uppercase}} {{#if vip}}*{{/if}}"},
              {"type":"text","x":0,"y":0,"width":100,"height":20,
               "text":"{{#each items}}{{this}}{{/each}} {{ greeting | default:\\"Hi | there\\" }} {{items.length}}"},
              {"type":"image","name":"photo","x":0,"y":0,"width":9,"height":9,"src":"{{photoUrl}}"},
              {"type":"text","isDynamic":true,"name":"subtitle","x":0,"y":0,"width":9,"height":9,"text":"Welcome"}]}}""";

    private final MockServer server;
    private final Api api;
    private final Api other;

    DesignTest(TestDatabase database) {
        server = MockServer.start(database.options().withEngine("placeholder"));
        api = Api.enterprise(server);
        other = new Api(server.baseUri(), "cvt_test_teams");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isStoredChangedAndRemovedWithoutLosingAField() {
        JsonNode created = api.post("/v1/designs", CARD).data();
        String path = "/v1/designs/" + created.path("id").asText();
        assertThat(created.path("id").asText()).matches("design_[0-9a-v]{29}");
        assertThat(created.path("version").asInt()).isEqualTo(1);

        JsonNode patched = api.send("PATCH", path, "{\"name\":\"Named anew\",\"category\":null,\"id\":\"stolen\"}")
                .data();
        assertThat(patched.path("name").asText()).isEqualTo("Named anew");
        assertThat(patched.path("id")).isEqualTo(created.path("id"));
        assertThat(patched.path("version").asInt()).isEqualTo(2);
        assertThat(patched.has("category")).isFalse();
        assertThat(patched.path("kept").toString()).isEqualTo("{\"a\":1.50}");
        assertThat(patched.path("canvasData")).isEqualTo(created.path("canvasData"));

        JsonNode replaced =
                api.send("PUT", path, "{\"width\":10,\"height\":\"20px\"}").data();
        assertThat(replaced.path("version").asInt()).isEqualTo(3);
        assertThat(replaced.path("height").asInt()).isEqualTo(20);
        assertThat(replaced.has("canvasData")).isFalse();
        assertThat(api.get(path).data()).isEqualTo(replaced);

        assertThat(api.send("DELETE", path, "").data().path("deleted").asBoolean())
                .isTrue();
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.send("DELETE", path, "").status()).isEqualTo(404);
    }

    @Test
    void isRefusedWithEveryFaultAndLeftAsItWas() {
        JsonNode created = api.post("/v1/designs", CARD).data();
        String path = "/v1/designs/" + created.path("id").asText();

        Api.Answer refused = api.send("PATCH", path, """
                {"status":7,"name":"%s","canvasData":{"elements":[{"type":"text","fontSize":"big"},{"type":"blob"}]}}""".formatted("n".repeat(201)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error().path("details").findValuesAsText("path"))
                .contains("canvasData.elements[0].fontSize", "canvasData.elements[1].type", "name", "status");
        assertThat(api.get(path).data()).isEqualTo(created);
        assertThat(api.send("PUT", path, "{\"width\":0}").error().toString()).contains("width");
    }

    @Test
    void belongsToItsAccountAlone() {
        String path =
                "/v1/designs/" + api.post("/v1/designs", CARD).data().path("id").asText();

        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.send("PATCH", path, "{}").status()).isEqualTo(404);
        assertThat(other.send("PUT", path, "{}").status()).isEqualTo(404);
        assertThat(other.send("DELETE", path, "").status()).isEqualTo(404);
        assertThat(other.get("/v1/templates/" + path.substring("/v1/designs/".length()))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(path).data().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void everyAccountsDesignsCannotBeChangedByOne() {
        assertThat(api.send("PATCH", "/v1/designs/badge_template", "{\"name\":\"Mine\"}")
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(api.send("DELETE", "/v1/designs/badge_template", "").status())
                .isEqualTo(403);
        assertThat(api.get("/v1/designs/badge_template").status()).isEqualTo(200);
    }

    @Test
    void changesAtTheSameTimeAllCount() throws Exception {
        String path =
                "/v1/designs/" + api.post("/v1/designs", CARD).data().path("id").asText();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> changes = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> api.send("PATCH", path, "{\"field" + i + "\":" + i + "}")
                            .status()))
                    .toList();
            for (Future<Integer> change : changes) {
                assertThat(change.get()).isEqualTo(200);
            }
        }

        JsonNode changed = api.get(path).data();
        assertThat(changed.path("version").asInt()).isEqualTo(21);
        assertThat(IntStream.range(0, 20))
                .allMatch(i -> changed.path("field" + i).asInt(-1) == i);
    }

    @Test
    void isFoundByStatusAndByPartOfItsName() {
        JsonNode created = other.post("/v1/designs", "{\"name\":\"100%_sure!\",\"status\":\"Archived\"}")
                .data();

        for (String query :
                List.of("status=archived", "search=0%25_S", "search=SURE!", "status=archived&search=sure")) {
            assertThat(other.get("/v1/designs?" + query).data().findValuesAsText("id"))
                    .containsExactly(created.path("id").asText());
        }
        assertThat(other.get("/v1/designs?search=%25_%25").data()).isEmpty();
        assertThat(other.get("/v1/designs?search=%00").code()).isEqualTo("VALIDATION_ERROR");
        Api.Answer second = other.get("/v1/designs?limit=1&page=2");
        assertThat(second.data()).hasSize(1);
        assertThat(second.body().path("pagination").path("totalPages").asInt())
                .isEqualTo(second.body().path("pagination").path("total").asInt());
    }

    @Test
    void aTemplateTellsItsVariables() {
        String id = api.post("/v1/designs", CARD).data().path("id").asText();

        assertThat(api.get("/v1/templates/" + id).data().path("variables"))
                .extracting(variable -> variable.path("name").asText() + " "
                        + variable.path("type").asText() + " "
                        + variable.path("default").asText())
                .containsExactly(
                        "brand.color color #fff",
                        "user.name text null",
                        "vip boolean null",
                        "items list null",
                        "greeting text Hi | there",
                        "photoUrl image null",
                        "subtitle text Welcome");
        assertThat(api.get("/v1/templates/badge_template").data().path("variables"))
                .isNotEmpty();
        assertThat(api.get("/v1/templates?category=CARDS").data().findValuesAsText("id"))
                .contains(id);
        assertThat(api.get("/v1/templates?search=badge").data().findValuesAsText("id"))
                .containsExactly("badge_template");
    }

    @Test
    void aTemplateIsUsedWithTheDataThatIsThere() {
        String template = api.post("/v1/designs", CARD).data().path("id").asText();

        JsonNode used = api.post("/v1/templates/" + template + "/use", """
                        {"name":"For Ada","dynamicData":{"photoUrl":"https://x.example/a.png","subtitle":"Dear Ada",
                         "user":{"name":"Ada"}}}""").data();

        assertThat(used.path("id").asText()).isNotEqualTo(template);
        assertThat(used.path("name").asText()).isEqualTo("For Ada");
        assertThat(used.path("isTemplate").asBoolean()).isFalse();
        assertThat(used.at("/canvasData/elements/2/src").asText()).isEqualTo("https://x.example/a.png");
        assertThat(used.at("/canvasData/elements/3/text").asText()).isEqualTo("Dear Ada");
        assertThat(used.at("/canvasData/elements/0/text").asText())
                .as("what computes something is left to the engine")
                .startsWith("{{user.name | uppercase}}");
        assertThat(api.post("/v1/templates/" + used.path("id").asText() + "/use", "{}")
                        .error()
                        .path("message")
                        .asText())
                .isEqualTo("Template not found");
        assertThat(api.post("/v1/templates/" + template + "/use", "{\"name\":7,\"dynamic_data\":[]}")
                        .error()
                        .path("details")
                        .findValuesAsText("path"))
                .containsExactly("name", "dynamic_data");
    }
}
