package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkRenderTest {
    @Parameter
    private TestDatabase database;

    private MockServer server = null;
    private Api api = null;

    @BeforeParameterizedClassInvocation
    void start() {
        server = MockServer.start(database.options().withEngine("scripted").withWorkers(2));
        api = Api.enterprise(server);
    }

    @AfterParameterizedClassInvocation
    void close() {
        server.close();
    }

    @Test
    void aRenderIsAnsweredWithItsBytes() {
        for (String path : new String[] {"/api/v1/render", "/api/automation/render"}) {
            HttpResponse<byte[]> answer = bytes(path, """
                    {"designId":"product_card","format":"jpeg","quality":90,"dynamicData":{"content":"pixels"}}""");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("pixels".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(answer.headers().firstValue("X-RateLimit-Limit")).isPresent();
        }
    }

    @Test
    void aRenderThatFailsSaysWhyInAText() {
        assertError(api.post("/api/v1/render", "{\"designId\":\"none\"}"), 404, "Design not found");
        assertError(
                api.post("/api/v1/render", "{\"designId\":\"product_card\",\"dynamicData\":{\"fail\":1}}"),
                422,
                "name: the name is missing");
        assertError(
                api.post("/api/v1/render", "{\"designId\":\"product_card\",\"dynamicData\":{\"crash\":1}}"),
                500,
                "The render failed; the server's log says why");
        Api.Answer form = api.post("/api/v1/render", "{\"format\":\"gif\"}");
        assertThat(form.status()).isEqualTo(422);
        assertThat(form.body().path("code").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(form.body().path("details")).hasSize(2);
    }

    @Test
    void anAsynchronousRenderGoesFromPendingToCompleted() {
        String gate = "async on " + database;
        JsonNode job = api.post("/api/v1/render/async", """
                {"templateId":"badge_template","format":"png","quality":90,"async":true,"dynamicData":{"gate":"%s"}}""".formatted(gate)).body();
        String id = job.path("jobId").asText();

        assertThat(id.length()).isGreaterThanOrEqualTo(13);
        assertThat(job.path("status").asText()).isIn("pending", "processing");
        assertThat(api.get("/api/v1/render/status/" + id).body().path("status").asText())
                .isIn("pending", "processing");
        ScriptedEngineProvider.gate(gate).countDown();

        JsonNode status = completed(id);
        assertThat(status.path("designId").asText()).isEqualTo("badge_template");
        assertThat(status.path("format").asText()).isEqualTo("png");
        assertThat(status.path("fileSize").isIntegralNumber()).isTrue();
        assertThat(status.path("completedAt").asText()).endsWith("Z");
        HttpResponse<byte[]> file = Api.bytes(HttpRequest.newBuilder(
                java.net.URI.create(status.path("outputUrl").asText())));
        assertThat(file.body()).isEqualTo(new byte[] {'x'});
    }

    @Test
    void thePythonClientFindsIdStatusAndUrlInsideData() {
        Api.Answer started = api.post("/api/v1/render", "{\"designId\":\"product_card\",\"async\":true}");
        assertThat(started.status()).isEqualTo(200);
        assertThat(started.data().path("status").asText()).isIn("pending", "processing", "completed");
        String id = started.data().path("id").asText();
        completed(id);

        JsonNode data = api.get("/api/v1/render/" + id).data();

        assertThat(data.path("id").asText()).isEqualTo(id);
        assertThat(data.path("url").asText()).endsWith(id + ".png");
    }

    @Test
    void aFailedRendersErrorIsAText() {
        String id = api.post("/api/v1/render/async", "{\"designId\":\"product_card\",\"dynamicData\":{\"fail\":1}}")
                .body()
                .path("jobId")
                .asText();

        JsonNode status = ended(id);

        assertThat(status.path("status").asText()).isEqualTo("failed");
        assertThat(status.path("error").asText()).isEqualTo("name: the name is missing");
        assertThat(status.path("fileSize").asInt(-1)).isZero();
    }

    @Test
    void aBatchKeepsTheOrderOfItsJobs() {
        JsonNode accepted = api.post("/api/v1/render/batch", """
                {"renders":[{"designId":"product_card","format":"png","quality":90},
                            {"designId":"nobody_drew_this","format":"pdf"},
                            {"templateId":"badge_template","format":"jpg"}]}""").body();
        assertThat(accepted.path("totalJobs").asInt()).isEqualTo(3);
        assertThat(accepted.path("jobs").findValuesAsText("status")).containsOnly("pending");
        String path = "/api/v1/render/batch/" + accepted.path("batchId").asText();
        api.ended(accepted.path("batchId").asText());

        JsonNode progress = api.get(path + "/status").body();

        assertThat(progress.path("completed").asBoolean()).isTrue();
        assertThat(progress.path("jobs").findValuesAsText("id"))
                .containsExactlyElementsOf(accepted.path("jobs").findValuesAsText("jobId"));
        assertThat(progress.path("jobs").findValuesAsText("status"))
                .containsExactly("completed", "failed", "completed");
    }

    @Test
    void theHistoryIsTheCallersOwnNewestFirstAndInPages() {
        Api teams = new Api(server.baseUri(), "cvt_test_teams");
        for (String design : new String[] {"product_card", "badge_template", "product_card"}) {
            ended(
                    teams,
                    teams.post("/api/v1/render/async", "{\"designId\":\"" + design + "\"}")
                            .body()
                            .path("jobId")
                            .asText());
        }

        JsonNode first = teams.get("/api/v1/render/history?page=1&limit=2").body();

        assertThat(first.path("data").findValuesAsText("designId")).containsExactly("product_card", "badge_template");
        assertThat(first.path("pagination").toString())
                .isEqualTo("{\"page\":1,\"limit\":2,\"total\":3,\"totalPages\":2}");
        assertThat(teams.get("/api/automation/render?page=2&limit=2").data()).hasSize(1);
        assertThat(teams.get("/api/v1/render/design/product_card/history").data())
                .hasSize(2);
        assertThat(teams.get("/api/v1/render/history?page=1000000").data()).isEmpty();
        assertThat(teams.get("/api/v1/render/history?limit=101").status()).isEqualTo(422);
        assertThat(teams.get("/api/v1/render/history?page=0").status()).isEqualTo(422);
    }

    @Test
    void whatBelongsToAnotherKeyIsNotThere() {
        String id = api.post("/api/v1/render/async", "{\"designId\":\"product_card\"}")
                .body()
                .path("jobId")
                .asText();
        String batch = api.post("/api/v1/render/batch", Api.batch(1, "badge_template"))
                .body()
                .path("batchId")
                .asText();
        Api other = new Api(server.baseUri(), "cvt_test_individual");

        assertError(other.get("/api/v1/render/status/" + id), 404, "Render not found");
        assertError(other.get("/api/v1/render/" + id), 404, "Render not found");
        assertError(other.get("/api/v1/render/batch/" + batch + "/status"), 404, "Batch not found");
        for (String hostile :
                new String[] {"%00", "..%2f..%2fetc", "'%20or%20''='", "x".repeat(3000), "%0d%0aX:%20y"}) {
            assertThat(api.get("/api/v1/render/status/" + hostile).status()).isIn(400, 404);
            assertThat(api.get("/api/v1/render/design/" + hostile + "/history").status())
                    .isIn(200, 400, 404);
        }
    }

    @Test
    void errorsOfTheHttpLayerAreTextsToo() {
        assertError(api.get("/api/nothing"), 404, "There is nothing at this path");
        assertThat(api.get("/api/v1/render/batch").status()).isIn(404, 405);
        Api.Answer wrongType = Api.send(api.request("/api/v1/render")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertError(wrongType, 415, "The body must be JSON: Content-Type: application/json");
        assertError(new Api(server.baseUri(), "cvt_wrong").get("/api/v1/render/history"), 401, "Invalid API key");
    }

    private static void assertError(Api.Answer answer, int status, String text) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("error").asText()).isEqualTo(text);
        assertThat(answer.body().path("message").asText()).isEqualTo(text);
        assertThat(answer.body().path("code").isTextual()).isTrue();
    }

    private HttpResponse<byte[]> bytes(String path, String body) {
        return Api.bytes(api.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode completed(String id) {
        JsonNode status = ended(id);
        assertThat(status.path("status").asText()).isEqualTo("completed");
        return status;
    }

    private JsonNode ended(String id) {
        return ended(api, id);
    }

    private static JsonNode ended(Api api, String id) {
        JsonNode status;
        do {
            status = api.get("/api/v1/render/status/" + id).body();
        } while (!status.path("status").asText().matches("completed|failed"));
        return status;
    }
}
