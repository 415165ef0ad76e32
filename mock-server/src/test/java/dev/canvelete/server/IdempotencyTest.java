package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
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
class IdempotencyTest {
    private static final String BATCH = Api.batch(2, "badge_template");

    private final MovableClock clock = new MovableClock();
    private final MockServer server;
    private final Api api;

    IdempotencyTest(TestDatabase database) {
        server = MockServer.start(database.options().withEngine("scripted").withClock(clock));
        api = new Api(server.baseUri(), "cvt_test_teams");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theSameRequestAgainGivesTheFirstAnswer() {
        Api.Answer first = post("/v1/render/batch", "key", BATCH);
        api.ended(first.data().path("batchId").asText());

        assertThat(post("/v1/render/batch", "key", " " + BATCH.replace(",", " , "))
                        .body())
                .isEqualTo(first.body());
        assertThat(batches()).isEqualTo(1);
        assertThat(post("/v1/render/batch", "other", BATCH).data().path("batchId"))
                .isNotEqualTo(first.data().path("batchId"));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsAConflict() {
        post("/v1/render/batch", "key", BATCH);

        Api.Answer other = post("/v1/render/batch", "key", Api.batch(1, "badge_template"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_CONFLICT");
        assertThat(post("/v1/designs", "key", "{}").status()).isEqualTo(409);
        assertThat(batches()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToItsAccountAndIsFreeAgainAfterADay() {
        JsonNode first = post("/v1/render/batch", "key", BATCH).data();
        Api stranger = Api.enterprise(server);
        assertThat(Api.send(keyed(stranger, "/v1/render/batch", "key", BATCH)).data())
                .isNotEqualTo(first);

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(post("/v1/render/batch", "key", BATCH).data()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        assertThat(post("/v1/render/batch", "key", BATCH).data().path("batchId"))
                .isNotEqualTo(first.path("batchId"));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        assertThat(post("/v1/render/batch", "key", "{\"renders\":[]}").status()).isEqualTo(400);
        assertThat(post("/v1/templates/none/use", "key", "{}").status()).isEqualTo(404);

        assertThat(post("/v1/render/batch", "key", BATCH).status()).isEqualTo(200);
        assertThat(post("/v1/render/batch", "", BATCH).code()).isEqualTo("VALIDATION_ERROR");
        assertThat(post("/v1/render/batch", "k".repeat(256), BATCH).code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void repeatsDoNotUseUpTheBatchesOfAnHour() {
        Api free = Api.free(server);
        for (int hour = 0; hour < 3; hour++) {
            for (int i = 0; i < 5; i++) {
                assertThat(Api.send(keyed(free, "/v1/render/batch", "key", BATCH))
                                .status())
                        .isEqualTo(200);
            }
            clock.advance(Duration.ofMinutes(1));
        }
        for (int i = 0; i < 9; i++) {
            assertThat(free.post("/v1/render/batch", BATCH).status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(free.post("/v1/render/batch", BATCH).status()).isEqualTo(429);
    }

    @Test
    void manyAtOnceAreDoneOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<JsonNode>> answers = IntStream.range(0, 60)
                    .mapToObj(i -> threads.submit(
                            () -> post("/v1/render/batch", "key", BATCH).body()))
                    .toList();
            for (Future<JsonNode> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.get(0).get());
            }
        }
        assertThat(batches()).isEqualTo(1);
    }

    @Test
    void aRenderThatStillRunsIsWaitedForAndNotBegunAgain() throws Exception {
        String gate = "idempotent at " + server.baseUri();
        String body = "{\"dynamicData\":{\"gate\":\"" + gate + "\",\"content\":\"once\"}}";
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<JsonNode> first = threads.submit(() ->
                    post("/v1/render/template/badge_template", "key", body).body());
            Future<JsonNode> second = threads.submit(() ->
                    post("/v1/render/template/badge_template", "key", body).body());
            ScriptedEngineProvider.gate(gate).countDown();

            assertThat(first.get().path("success").asBoolean()).isTrue();
            assertThat(second.get()).isEqualTo(first.get());
        }
    }

    @Test
    void everyPostTakesAKey() {
        JsonNode design = post("/v1/designs", "design", "{\"isTemplate\":true}").data();
        assertThat(post("/v1/designs", "design", "{\"isTemplate\":true}").data())
                .isEqualTo(design);
        String use = "/v1/templates/" + design.path("id").asText() + "/use";
        assertThat(post(use, "use", "{}").data())
                .isEqualTo(post(use, "use", "{}").data());
        String batch =
                post("/v1/render/batch", "batch", BATCH).data().path("batchId").asText();
        api.ended(batch);
        String cancel = "/v1/render/batch/" + batch + "/cancel";
        assertThat(post(cancel, "cancel", "").data())
                .isEqualTo(post(cancel, "cancel", "").data());
    }

    private Api.Answer post(String path, String key, String body) {
        return Api.send(keyed(api, path, key, body));
    }

    private static HttpRequest.Builder keyed(Api api, String path, String key, String body) {
        return api.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private int batches() {
        return api.get("/v1/render/batches")
                .body()
                .path("pagination")
                .path("total")
                .asInt();
    }
}
