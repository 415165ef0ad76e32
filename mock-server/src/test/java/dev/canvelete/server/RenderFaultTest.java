package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.admin.World;
import dev.canvelete.server.fault.Latency;
import dev.canvelete.server.fault.RenderFault;
import dev.canvelete.server.fault.RenderMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.fault.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderFaultTest {
    private final MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
    private World world = server.control().worlds().create(Plan.ENTERPRISE);
    private Api api = new Api(server.baseUri(), world.apiKey());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void failsTheRenderAtOnePlaceWithTheCodeWanted() {
        add(Scenario.always(
                new RenderFault.Fail(RenderMatch.index(1), ErrorCode.ASSET_UNAVAILABLE, "no such picture", null)));

        JsonNode batch = api.finished(Api.batch(3, "badge_template"));

        assertThat(statuses(batch)).containsExactly("completed", "failed", "completed");
        JsonNode error = batch.path("renders").get(1).path("error");
        assertThat(error.path("code").asText()).isEqualTo("ASSET_UNAVAILABLE");
        assertThat(error.path("message").asText()).isEqualTo("no such picture");
    }

    @Test
    void failsByDesignAndByData() {
        add(Scenario.always(fail(RenderMatch.design("certificate_template"))));
        add(Scenario.always(fail(RenderMatch.data("/name", "2"))));

        assertThat(statuses(api.finished(Api.batch(2, "certificate_template")))).containsOnly("failed");
        assertThat(statuses(api.finished(Api.batch(4, "badge_template"))))
                .containsExactly("completed", "completed", "failed", "completed");
    }

    @Test
    void failsSoOftenAndThenSucceeds() {
        add(Scenario.times(2, fail(RenderMatch.ANY)));

        assertThat(statuses(api.finished(Api.batch(3, "badge_template"))))
                .containsExactly("failed", "failed", "completed");
        assertThat(statuses(api.finished(Api.batch(2, "badge_template")))).containsOnly("completed");
    }

    @Test
    void goesThroughAScenarioStepByStep() {
        add(Scenario.of(
                Step.times(1, new RenderFault.Pass(RenderMatch.ANY)),
                Step.times(1, fail(RenderMatch.ANY)),
                Step.times(2, new RenderFault.Pass(RenderMatch.ANY)),
                Step.always(fail(RenderMatch.ANY))));

        assertThat(statuses(api.finished(Api.batch(6, "badge_template"))))
                .containsExactly("completed", "failed", "completed", "completed", "failed", "failed");
    }

    @Test
    void failsByChanceAndWithTheSameSeedTheSameOnes() {
        List<List<String>> runs = new ArrayList<>();
        for (long seed : new long[] {7, 7, 8}) {
            world = server.control().worlds().create(Plan.ENTERPRISE);
            api = new Api(server.baseUri(), world.apiKey());
            add(Scenario.always(fail(RenderMatch.ANY)).withProbability(0.3, seed));
            runs.add(statuses(api.finished(Api.batch(50, "badge_template"))));
        }

        assertThat(runs.get(0)).contains("failed", "completed").isEqualTo(runs.get(1));
        assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
    }

    @Test
    void aRenderThatFailedByChanceIsNotBoundToFailAgain() {
        add(Scenario.always(fail(RenderMatch.ANY)).withProbability(0.5, 1));

        List<String> attempts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            attempts.addAll(statuses(api.finished(Api.batch(1, "badge_template"))));
        }

        assertThat(attempts).contains("failed", "completed");
    }

    @Test
    void aSlowRenderTakesTheClocksTimeAndHoldsUpNobodyElse() {
        server.control().clock().freeze();
        add(Scenario.always(new RenderFault.Slow(RenderMatch.index(0), Latency.fixed(Duration.ofSeconds(50)))));
        String id = api.post("/v1/render/batch", Api.batch(30, "badge_template"))
                .data()
                .path("batchId")
                .asText();
        Api other = Api.enterprise(server);
        assertThat(statuses(other.finished(Api.batch(2, "badge_template")))).containsOnly("completed");

        server.control().clock().advance(Duration.ofSeconds(40));
        assertThat(api.get("/v1/render/batch/" + id).data().path("status").asText())
                .isEqualTo("processing");
        server.control().clock().advance(Duration.ofSeconds(10));

        assertThat(statuses(api.ended(id))).containsOnly("completed");
    }

    @Test
    void slownessFollowsADistributionAndTheSeed() {
        server.control().clock().freeze();
        for (Latency latency : List.of(
                new Latency.Uniform(Duration.ofSeconds(1), Duration.ofSeconds(60), false),
                new Latency.Lognormal(Duration.ofSeconds(20), 1, false))) {
            List<List<String>> runs = List.of(afterTwentySeconds(latency, 3), afterTwentySeconds(latency, 3));
            assertThat(runs.get(0)).contains("completed", "processing").isEqualTo(runs.get(1));
        }
    }

    private List<String> afterTwentySeconds(Latency latency, long seed) {
        world = server.control().worlds().create(Plan.ENTERPRISE);
        api = new Api(server.baseUri(), world.apiKey());
        server.control()
                .faults()
                .add(new Scenario(
                        world.id(), seed, 1, List.of(Step.always(new RenderFault.Slow(RenderMatch.ANY, latency)))));
        String id = api.post("/v1/render/batch", Api.batch(20, "badge_template"))
                .data()
                .path("batchId")
                .asText();
        awaitAllProcessing(id);
        server.control().clock().advance(Duration.ofSeconds(20));
        List<String> before = List.of();
        List<String> now = statuses(api.get("/v1/render/batch/" + id).data());
        while (!now.equals(before)) {
            before = now;
            api.get("/v1/render/batch/" + id + "?wait=1");
            now = statuses(api.get("/v1/render/batch/" + id).data());
        }
        return now;
    }

    private void awaitAllProcessing(String id) {
        List<String> now;
        do {
            now = statuses(api.get("/v1/render/batch/" + id).data());
        } while (now.contains("queued"));
    }

    @Test
    void strikesOnlyTheWorldItIsFor() {
        add(Scenario.always(fail(RenderMatch.ANY)));

        assertThat(statuses(Api.enterprise(server).finished(Api.batch(2, "badge_template"))))
                .containsOnly("completed");
    }

    private static RenderFault.Fail fail(RenderMatch match) {
        return new RenderFault.Fail(match, ErrorCode.RENDER_FAILED, "as wanted", null);
    }

    private void add(Scenario scenario) {
        server.control().faults().add(scenario.in(world.id()));
    }

    private static List<String> statuses(JsonNode batch) {
        return StreamSupport.stream(batch.path("renders").spliterator(), false)
                .map(render -> render.path("status").asText())
                .toList();
    }
}
