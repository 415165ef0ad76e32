package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkDesignTest {
    private static final String CARD = """
            {"name":"Card","description":"for tests","width":400,"height":300,"visibility":"PRIVATE","status":"DRAFT",
             "canvasData":{"background":"#fff","custom":1,"elements":[
               {"id":"title","type":"text","x":10,"y":10,"text":"Hello {{name}}"}]}}""";

    @Parameter
    private TestDatabase database;

    private MockServer server = null;
    private Api api = null;

    @BeforeParameterizedClassInvocation
    void start() {
        server = MockServer.start(database.options().withEngine("placeholder"));
        api = Api.enterprise(server);
    }

    @AfterParameterizedClassInvocation
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/automation/designs", "/api/designs"})
    void aDesignIsCreatedReadChangedAndRemoved(String path) {
        JsonNode created = api.post(path, CARD).data();
        String id = created.path("id").asText();
        assertThat(created.path("status").asText()).isEqualTo("DRAFT");
        assertThat(created.path("visibility").asText()).isEqualTo("PRIVATE");
        assertThat(created.path("canvasData").path("custom").asInt()).isEqualTo(1);

        JsonNode changed = patch(path + "/" + id, "{\"status\":\"PUBLISHED\",\"description\":null,\"width\":500}")
                .data();
        assertThat(changed.path("status").asText()).isEqualTo("PUBLISHED");
        assertThat(changed.path("width").asInt()).isEqualTo(500);
        assertThat(changed.has("description")).isFalse();
        assertThat(api.get(path + "/" + id).data()).isEqualTo(changed);
        assertThat(api.get("/v1/designs/" + id).data().path("status").asText()).isEqualTo("published");

        Api.Answer deleted = delete(path + "/" + id);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body().toString()).isEqualTo("{\"success\":true}");
        assertThat(api.get(path + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void theMcpServerFindsFieldsAtTheTop() {
        JsonNode body = api.post("/api/designs", CARD).body();

        assertThat(body.path("canvasData").path("elements")).hasSize(1);
        assertThat(body.path("id").asText())
                .isEqualTo(body.path("data").path("id").asText());
        assertThat(api.get("/api/designs/" + body.path("id").asText())
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("Card");
    }

    @Test
    void listsAreFilteredAndInPages() {
        Api teams = new Api(server.baseUri(), "cvt_test_teams");
        for (int i = 0; i < 3; i++) {
            teams.post("/api/automation/designs", "{\"name\":\"listed " + i + "\",\"status\":\"ARCHIVED\"}");
        }

        JsonNode page = teams.get("/api/automation/designs?page=2&limit=2&isTemplate=false&status=ARCHIVED")
                .body();

        assertThat(page.path("data").findValuesAsText("name")).containsExactly("listed 2");
        assertThat(page.path("pagination").toString())
                .isEqualTo("{\"page\":2,\"limit\":2,\"total\":3,\"totalPages\":2}");
        assertThat(teams.get("/api/automation/designs?isTemplate=true").data())
                .allMatch(design -> design.path("isTemplate").asBoolean());
        assertThat(teams.get("/api/automation/designs/certificate_template")
                        .data()
                        .path("dynamicFields"))
                .extracting(JsonNode::asText)
                .containsExactly("name", "course", "date", "instructor");
        assertThat(page.path("data").get(0).has("dynamicFields")).isFalse();
        assertThat(teams.get("/api/designs?search=LISTED%201").data().findValuesAsText("name"))
                .containsExactly("listed 1");
        assertThat(teams.get("/api/designs?isTemplate=perhaps").status()).isEqualTo(422);
        assertThat(teams.get("/api/designs?limit=0").status()).isEqualTo(422);
    }

    @Test
    void designsAreListedOldestFirstHoweverTheyAreChanged() {
        Api individual = new Api(server.baseUri(), "cvt_test_individual");
        List<String> made = Stream.of("c", "a", "b")
                .map(name -> individual
                        .post("/api/designs", "{\"name\":\"ordered " + name + "\"}")
                        .data()
                        .path("id")
                        .asText())
                .toList();
        individual.send("PATCH", "/api/designs/" + made.getFirst(), "{\"width\":300}");

        for (String path : List.of("/api/automation/designs", "/api/designs", "/v1/designs")) {
            List<String> listed = IntStream.rangeClosed(1, 3)
                    .mapToObj(page -> individual
                            .get(path + "?search=ordered&limit=1&page=" + page)
                            .data())
                    .flatMap(page -> page.findValuesAsText("id").stream())
                    .toList();
            assertThat(listed).as(path).isEqualTo(made);
        }
    }

    @Test
    void theCanvasIsEditedPieceByPiece() {
        String design = "/api/designs/"
                + api.post("/api/designs", CARD).body().path("id").asText();

        Api.Answer answer = api.post(
                design + "/elements",
                "{\"element\":{\"type\":\"rectangle\",\"x\":1,\"y\":2,\"width\":3,\"height\":4}}");
        JsonNode added = answer.data();
        assertThat(answer.body().path("id")).isEqualTo(added.path("id"));
        String element = design + "/elements/" + added.path("id").asText();
        assertThat(added.path("id").asText()).startsWith("element_");
        JsonNode updated = patch(element, "{\"fill\":\"#00f\",\"width\":30,\"height\":null}")
                .data();
        assertThat(updated.path("fill").asText()).isEqualTo("#00f");
        assertThat(updated.has("height")).isFalse();
        assertThat(patch(design + "/canvas/resize", "{\"width\":800,\"height\":600}")
                        .data()
                        .path("width")
                        .asInt())
                .isEqualTo(800);
        JsonNode painted = patch(design + "/canvas/background", "{\"background\":\"linear-gradient(red, blue)\"}")
                .data();
        assertThat(painted.path("background").asText())
                .isEqualTo(painted.at("/canvasData/background").asText())
                .isEqualTo("linear-gradient(red, blue)");
        assertThat(painted.path("elements")).isEqualTo(painted.at("/canvasData/elements"));
        assertThat(design).endsWith(painted.path("id").asText());
        assertThat(painted.has("custom")).isFalse();

        JsonNode canvas = api.get(design + "/canvas").data();
        assertThat(canvas.path("elements").findValuesAsText("id"))
                .containsExactly("title", added.path("id").asText());
        assertThat(canvas.path("elements").get(1)).isEqualTo(updated);
        assertThat(canvas.path("background").asText()).isEqualTo("linear-gradient(red, blue)");
        assertThat(canvas.path("custom").asInt()).isEqualTo(1);
        assertThat(delete(element).body().path("success").asBoolean()).isTrue();
        assertThat(delete(element).body().path("error").asText()).isEqualTo("Element not found");
        assertThat(delete(design + "/canvas/elements").body().path("success").asBoolean())
                .isTrue();
        assertThat(api.get(design + "/canvas").data().path("elements")).isEmpty();
        assertThat(api.get(design).body().path("version").asInt()).isEqualTo(7);
    }

    @Test
    void anEditThatWouldSpoilTheDesignChangesNothing() {
        String design = "/api/designs/"
                + api.post("/api/designs", CARD).body().path("id").asText();

        assertThat(faults(api.post(design + "/elements", "{\"element\":{\"type\":\"hologram\",\"x\":1,\"y\":1}}")))
                .containsExactly("element.type");
        assertThat(faults(api.post(
                        design + "/elements",
                        "{\"element\":{\"type\":\"text\",\"x\":\"left\",\"shadow\":{\"x\":[]}}}")))
                .contains("element.x")
                .allMatch(path -> path.startsWith("element."));
        assertThat(api.post(design + "/elements", "{\"element\":{\"id\":\"title\",\"type\":\"rectangle\"}}")
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("element.id: there is an element of this id already");
        assertThat(api.post(design + "/elements", "{\"type\":\"text\"}").status())
                .isEqualTo(422);
        assertThat(faults(patch(design + "/elements/title", "{\"fontSize\":\"huge\"}")))
                .containsExactly("fontSize");
        assertThat(faults(patch(design + "/canvas/resize", "{\"width\":0,\"height\":99999}")))
                .containsExactlyInAnyOrder("width", "height");
        assertThat(patch(design + "/canvas/resize", "{\"width\":\"wide\"}").status())
                .isEqualTo(422);
        assertThat(patch(design + "/canvas/background", "{}").status()).isEqualTo(422);
        assertThat(patch(design, "{\"status\":\"LOST\",\"visibility\":\"NOBODY\"}")
                        .body()
                        .path("details"))
                .hasSize(2);
        assertThat(api.get(design).body().path("version").asInt()).isEqualTo(1);
    }

    private static List<String> faults(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("details").findValuesAsText("path");
    }

    @Test
    void aDuplicateIsADesignOfItsOwn() {
        String id = api.post("/api/automation/designs", CARD).data().path("id").asText();

        JsonNode named = api.post("/api/automation/designs/" + id + "/duplicate", "{\"name\":\"Mine\"}")
                .data();
        JsonNode unnamed =
                api.post("/api/automation/designs/product_card/duplicate", "{}").data();

        assertThat(named.path("name").asText()).isEqualTo("Mine");
        assertThat(named.path("id").asText()).isNotEqualTo(id);
        assertThat(named.path("canvasData"))
                .isEqualTo(api.get("/api/automation/designs/" + id).data().path("canvasData"));
        assertThat(unnamed.path("name").asText()).endsWith(" (copy)");
        assertThat(patch("/api/automation/designs/" + unnamed.path("id").asText(), "{\"name\":\"changed\"}")
                        .status())
                .isEqualTo(200);
        assertThat(patch("/api/automation/designs/product_card", "{\"name\":\"changed\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anExportIsTheFile() {
        String id = api.post("/api/automation/designs", CARD).data().path("id").asText();

        HttpResponse<byte[]> png = Api.bytes(api.request("/api/automation/designs/" + id + "/export")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"format\":\"png\",\"quality\":100}")));
        HttpResponse<byte[]> pdf = Api.bytes(api.request("/api/designs/" + id + "/export?format=pdf&quality=90"));

        assertThat(png.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(png.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(pdf.body()).startsWith('%', 'P', 'D', 'F');
        assertThat(api.post("/api/automation/designs/" + id + "/export", "{\"format\":\"docx\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void templatesAreMadeListedAndUsed() {
        String id = api.post("/api/automation/designs", CARD).data().path("id").asText();
        JsonNode saved = api.post(
                        "/api/automation/designs/" + id + "/save-as-template",
                        "{\"name\":\"Greeting\",\"category\":\"cards\"}")
                .data();
        JsonNode made = api.post(
                        "/api/templates",
                        "{\"designId\":\"" + id
                                + "\",\"name\":\"Second\",\"description\":\"d\",\"category\":\"cards\"}")
                .data();
        assertThat(saved.path("isTemplate").asBoolean()).isTrue();
        assertThat(made.path("description").asText()).isEqualTo("d");

        JsonNode mine = api.get("/api/automation/templates?page=1&limit=20&myOnly=true&category=cards")
                .data();
        assertThat(mine.findValuesAsText("name")).containsExactly("Greeting", "Second");
        assertThat(mine.get(0).path("dynamicFields").toString()).isEqualTo("[\"name\"]");
        assertThat(api.get("/api/automation/templates?search=second").data()).hasSize(1);

        JsonNode used = api.post(
                        "/api/templates/apply",
                        "{\"templateId\":\"" + saved.path("id").asText()
                                + "\",\"name\":\"For Ann\",\"dynamicData\":{\"name\":\"Ann\"}}")
                .data();
        assertThat(used.path("name").asText()).isEqualTo("For Ann");
        assertThat(used.path("isTemplate").asBoolean()).isFalse();
        assertThat(used.path("canvasData").path("elements").get(0).path("text").asText())
                .isEqualTo("Hello Ann");
        JsonNode applied = api.post(
                        "/api/automation/designs/" + used.path("id").asText() + "/apply-template",
                        "{\"templateId\":\"badge_template\"}")
                .data();
        assertThat(applied.path("canvasData"))
                .isEqualTo(api.get("/api/designs/badge_template").body().path("canvasData"));
        assertThat(applied.path("name").asText()).isEqualTo("For Ann");
        assertThat(api.post("/api/templates/apply", "{\"templateId\":\"" + id + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/templates/apply", "{}").status()).isEqualTo(422);
    }

    @Test
    void thePublicTemplatesAreListedWithoutAKey() {
        Api.Answer answer = Api.send(
                HttpRequest.newBuilder(server.baseUri().resolve("/api/templates?page=1&limit=50&isTemplate=true")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().findValuesAsText("id")).contains("certificate_template", "badge_template");
        assertThat(answer.data())
                .noneMatch(template -> template.path("visibility").asText().equals("PRIVATE"));
        assertThat(answer.header("X-RateLimit-Limit")).isNotEmpty();
        assertThat(Api.send(HttpRequest.newBuilder(server.baseUri().resolve("/api/automation/templates")))
                        .status())
                .isEqualTo(401);
        assertThat(new Api(server.baseUri(), "cvt_wrong").get("/api/templates").status())
                .isEqualTo(401);
    }

    @Test
    void anotherAccountsDesignIsNotThere() {
        String design = "/api/designs/"
                + api.post("/api/designs", CARD).body().path("id").asText();
        Api other = new Api(server.baseUri(), "cvt_test_individual");

        assertThat(other.get(design).status()).isEqualTo(404);
        assertThat(other.get(design + "/canvas").status()).isEqualTo(404);
        assertThat(other.post(design + "/elements", "{\"element\":{\"type\":\"text\"}}")
                        .status())
                .isEqualTo(404);
        assertThat(other.post(design + "/duplicate", "{}").status()).isEqualTo(404);
        assertThat(other.get(design + "/export").status()).isEqualTo(404);
        assertThat(Api.send(other.request(design).DELETE()).status()).isEqualTo(404);
        for (String hostile :
                new String[] {"%00", "..%2f..%2fetc", "'%20or%20''='", "x".repeat(3000), "%0d%0aX:%20y"}) {
            assertThat(api.get("/api/designs/" + hostile).status()).isIn(400, 404);
            assertThat(delete(design + "/elements/" + hostile).status()).isIn(400, 404);
        }
    }

    private Api.Answer patch(String path, String body) {
        return Api.send(api.request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private Api.Answer delete(String path) {
        return Api.send(api.request(path).DELETE());
    }
}
