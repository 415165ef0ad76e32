package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class BatchTest {
    private final MockServer server;
    private final Api api;
    private final TestDatabase database;

    BatchTest(TestDatabase database) {
        this.database = database;
        server = MockServer.start(database.options().withEngine("scripted").withWorkers(4));
        api = Api.enterprise(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersAtOnceWithEveryRenderQueued() {
        Api.Answer answer = api.post("/v1/render/batch", """
                {"renders":[{"template_id":"badge_template","format":"png","dynamic_data":{"gate":"first on %s"}},
                            {"designId":"product_card","format":"pdf","dynamicData":{}}]}""".formatted(database));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("success").asBoolean()).isTrue();
        assertThat(answer.data().path("status").asText()).isEqualTo("processing");
        assertThat(answer.data().path("totalRenders").asInt()).isEqualTo(2);
        assertThat(answer.data().path("completedRenders").asInt()).isZero();
        assertThat(answer.data().path("renders")).allSatisfy(render -> {
            assertThat(render.path("renderId").asText()).matches("render_[0-9a-v]{29}");
            assertThat(render.path("status").asText()).isEqualTo("queued");
        });
        ScriptedEngineProvider.gate("first on " + database).countDown();
    }

    @Test
    void aLargeBatchEndsCompletedInTheOrderOfTheRequest() {
        JsonNode batch = api.finished(Api.batch(100, "certificate_template").replace("\"name\"", "\"content\""));

        assertThat(batch.path("status").asText()).isEqualTo("completed");
        assertThat(batch.path("completedRenders").asInt()).isEqualTo(100);
        List<String> contents = StreamSupport.stream(batch.path("renders").spliterator(), false)
                .map(render -> download(render.path("downloadUrl").asText()))
                .toList();
        assertThat(contents)
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 100)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void aFailingRenderFailsAlone() {
        JsonNode batch = api.finished("""
                {"renders":[{"templateId":"badge_template"},
                            {"designId":"nobody_drew_this"},
                            {"templateId":"badge_template","dynamicData":{"fail":true}},
                            {"templateId":"badge_template","dynamicData":{"crash":true}}]}""");

        assertThat(batch.path("status").asText()).isEqualTo("completed");
        assertThat(batch.path("completedRenders").asInt()).isEqualTo(1);
        assertThat(batch.path("failedRenders").asInt()).isEqualTo(3);
        assertThat(batch.path("renders").findValuesAsText("status"))
                .containsExactly("completed", "failed", "failed", "failed");
        assertThat(batch.path("renders").findValuesAsText("code"))
                .containsExactly("DESIGN_NOT_FOUND", "INVALID_DYNAMIC_DATA", "RENDER_FAILED");
        assertThat(batch.toString()).contains("name: the name is missing").doesNotContain("secret internals");
    }

    @Test
    void aBatchWithoutASuccessHasFailed() {
        assertThat(api.finished("{\"renders\":[{\"designId\":\"none\"}]}")
                        .path("status")
                        .asText())
                .isEqualTo("failed");
    }

    @Test
    void cancellingEndsWhatIsStillQueued() {
        String gated = "{\"templateId\":\"badge_template\",\"dynamicData\":{\"gate\":\"cancel on " + database + "\"}}";
        String body = "{\"renders\":[" + String.join(",", java.util.Collections.nCopies(20, gated)) + "]}";
        String id = api.post("/v1/render/batch", body).data().path("batchId").asText();

        JsonNode cancelled =
                api.post("/v1/render/batch/" + id + "/cancel", "{}").data();
        ScriptedEngineProvider.gate("cancel on " + database).countDown();
        JsonNode ended = api.ended(id);

        assertThat(cancelled.path("renders").findValuesAsText("status")).contains("cancelled");
        assertThat(ended.path("renders").findValuesAsText("status")).doesNotContain("queued", "processing");
        assertThat(ended.path("completedAt").asText()).isNotEmpty();
    }

    @Test
    void anotherKeysBatchIsNotFound() {
        JsonNode batch = api.finished(Api.batch(1, "badge_template"));
        Api other = new Api(server.baseUri(), "cvt_test_teams");
        String render = batch.path("renders").get(0).path("renderId").asText();

        assertThat(other.get("/v1/render/batch/" + batch.path("batchId").asText())
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(other.get("/v1/render/" + render).status()).isEqualTo(404);
        assertThat(api.get("/v1/render/" + render).data().path("status").asText())
                .isEqualTo("completed");
    }

    @Test
    void rendersASingleDesignAndAnswersWithItsFile() {
        Api.Answer answer = api.post("/v1/render/template/badge_template", "{\"format\":\"png\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().path("fileSize").asInt()).isEqualTo(1);
        assertThat(download(answer.data().path("downloadUrl").asText())).isEqualTo("x");
        assertThat(api.post("/v1/render/design/none", "{}")
                        .error()
                        .path("message")
                        .asText())
                .isEqualTo("Design not found");
        assertThat(api.post("/v1/render/design/badge_template", "{\"async\":true}")
                        .data()
                        .path("renderId")
                        .asText())
                .startsWith("render_");
    }

    @Test
    void onlyWhatIsPartOfABatchIsDrawnAsOneOfMany() {
        JsonNode batch = api.finished("""
                {"renders":[{"templateId":"badge_template","dynamicData":{"drawn":true},"cache":false}]}""");
        Api.Answer single = api.post("/v1/render/template/badge_template", """
                {"dynamicData":{"drawn":true},"cache":false}""");

        assertThat(download(batch.path("renders").path(0).path("downloadUrl").asText()))
                .isEqualTo("one of many");
        assertThat(download(single.data().path("downloadUrl").asText())).isEqualTo("alone");
    }

    @Test
    void sendsPartsOfAFileAndNothingThatIsKnown() {
        JsonNode batch = api.finished(
                "{\"renders\":[{\"templateId\":\"badge_template\",\"dynamicData\":{\"content\":\"0123456789\"}}]}");
        String url = batch.path("renders").get(0).path("downloadUrl").asText();
        HttpResponse<byte[]> whole = Api.bytes(api.request(url));
        String tag = whole.headers().firstValue("ETag").orElse("");

        assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(10);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/png");
        HttpResponse<byte[]> part = Api.bytes(api.request(url).header("Range", "bytes=2-4"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).asString().isEqualTo("234");
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 2-4/10");
        assertThat(Api.bytes(api.request(url).header("Range", "bytes=-3")).body())
                .asString()
                .isEqualTo("789");
        assertThat(Api.bytes(api.request(url).header("Range", "bytes=10-")).statusCode())
                .isEqualTo(416);
        assertThat(Api.bytes(api.request(url).header("Range", "bytes=0-1").header("If-Range", "\"old\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.bytes(api.request(url).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> head = Api.bytes(api.request(url).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(10);
        assertThat(Api.bytes(api.request("/renders/..%2f..%2fetc%2fpasswd.png")).statusCode())
                .isIn(400, 404);
        assertThat(Api.bytes(api.request("/renders/render_none.png")).statusCode())
                .isEqualTo(404);
    }

    private String download(String url) {
        return new String(
                Api.bytes(HttpRequest.newBuilder(java.net.URI.create(url))).body(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
