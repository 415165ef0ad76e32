package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.fault.Latency;
import dev.canvelete.server.fault.RenderFault;
import dev.canvelete.server.fault.RenderMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.testing.MockWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a single worker, so that one that is kept for ever would be missed. */
class RenderTimeLimitTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final MockServer server = MockServer.start(
            ServerOptions.standard().withEngine("scripted").withWorkers(1).withRenderTimeLimit(LIMIT));
    private final Api api = Api.enterprise(server);
    private final String gate = UUID.randomUUID().toString();

    @BeforeEach
    void freeze() {
        server.control().clock().freeze();
    }

    @AfterEach
    void close() {
        ScriptedEngineProvider.gate(gate).countDown();
        server.close();
    }

    /** A batch whose first render waits at the gate and has begun to. */
    private String begun(String kind) {
        String id = api.post("/v1/render/batch", """
                        {"renders":[{"templateId":"badge_template","dynamicData":{"%s":"%s"}},
                                    {"templateId":"badge_template"}]}""".formatted(kind, gate))
                .data()
                .path("batchId")
                .asText();
        while (!status(id, 0).equals("processing")) {
            Thread.onSpinWait();
        }
        return id;
    }

    private String status(String batch, int render) {
        return api.get("/v1/render/batch/" + batch)
                .data()
                .path("renders")
                .path(render)
                .path("status")
                .asText();
    }

    @Test
    void aRenderThatTakesTooLongFailsByTheClockAndItsWorkerGoesOn() {
        String id = begun("gate");

        server.control().clock().advance(LIMIT.minusMillis(1));
        assertThat(status(id, 0)).isEqualTo("processing");
        server.control().clock().advance(Duration.ofMillis(1));

        JsonNode batch = api.ended(id);
        assertThat(batch.path("renders").findValuesAsText("status")).containsExactly("failed", "completed");
        assertThat(batch.path("renders").get(0).path("error").path("code").asText())
                .isEqualTo("RENDER_TIMEOUT");
        assertThat(batch.path("renders").get(0).path("error").path("message").asText())
                .isEqualTo("Render timeout: it took longer than 120000 ms");
    }

    @Test
    void oneThatCannotBeInterruptedKeepsNobodyAndItsLateResultIsDropped() {
        String id = begun("stubborn");

        server.control().clock().advance(LIMIT);
        JsonNode batch = api.ended(id);
        ScriptedEngineProvider.gate(gate).countDown();
        JsonNode later = api.finished(Api.batch(20, "badge_template"));

        assertThat(batch.path("renders").findValuesAsText("status")).containsExactly("failed", "completed");
        assertThat(later.path("completedRenders").asInt()).isEqualTo(20);
        assertThat(api.ended(id)).isEqualTo(batch);
    }

    @Test
    void aFaultThatSlowsARenderDownBeyondTheLimitLetsItFail() {
        MockWorld world = MockWorld.open(server, Plan.ENTERPRISE);
        world.fault(Scenario.always(
                new RenderFault.Slow(RenderMatch.index(0), new Latency.Fixed(LIMIT.plusMinutes(1), false))));
        Api theirs = new Api(server.baseUri(), world.apiKey());
        String id = theirs.post("/v1/render/batch", Api.batch(2, "badge_template"))
                .data()
                .path("batchId")
                .asText();
        while (!theirs.get("/v1/render/batch/" + id)
                .data()
                .path("renders")
                .findValuesAsText("status")
                .equals(List.of("processing", "completed"))) {
            Thread.onSpinWait();
        }

        server.control().clock().advance(LIMIT);

        assertThat(theirs.ended(id).path("renders").findValuesAsText("code")).containsExactly("RENDER_TIMEOUT");
        server.control().clock().advance(LIMIT);
        assertThat(theirs.ended(id).path("failedRenders").asInt()).isEqualTo(1);
    }

    @Test
    void theLimitIsConfiguredAndChecked(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("canvelete.yml"), "renderTimeLimit: 90s\n");

        assertThat(ServerConfiguration.read(file).options().renderTimeLimit()).isEqualTo(Duration.ofSeconds(90));
        assertThat(ServerOptions.standard().renderTimeLimit()).isEqualTo(Duration.ofSeconds(60));
        assertThatThrownBy(() -> ServerOptions.standard().withRenderTimeLimit(Duration.ZERO))
                .hasMessage("renderTimeLimit: 1 ms to 1 day is right, not PT0S");
    }
}
