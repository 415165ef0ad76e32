package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.fault.Latency;
import dev.canvelete.server.fault.RenderFault;
import dev.canvelete.server.fault.RenderMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.fault.WebhookFault;
import dev.canvelete.server.fault.WebhookMatch;
import dev.canvelete.server.journal.RequestPattern;
import dev.canvelete.server.testing.MockWorld;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ResetTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SVG =
            "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=";

    private final TestDatabase database;
    private final ServerOptions options;
    private final MockServer server;
    private final MockWorld world;
    private final MockWorld other;

    @TempDir
    Path data;

    ResetTest(TestDatabase database) {
        this.database = database;
        this.options = database.options().withEngine("scripted").withWorkers(2);
        this.server = MockServer.start(options);
        this.world = MockWorld.open(server, Plan.INDIVIDUAL);
        this.other = MockWorld.open(server, Plan.INDIVIDUAL);
    }

    @AfterEach
    void close() {
        other.webhooks().close();
        server.close();
    }

    @Test
    void aWorldIsAsNewAndTheOthersAreAsTheyWere() {
        live(world);
        live(other);

        world.reset();

        assertThat(everything(world)).containsOnly(0);
        assertThat(everything(other)).doesNotContain(0);
        assertThat(world.deliveries()).isEmpty();
        assertThat(other.deliveries()).isNotEmpty();
        assertThat(api(world).get("/v1/designs").header("X-RateLimit-Remaining"))
                .isEqualTo(Integer.toString(60 - 7 - 1));
        assertThat(world.requests(RequestPattern.of("POST", "*"))).isEmpty();
        live(world);
    }

    @Test
    void theWholeServerIsAsAtItsStart() {
        Api api = Api.enterprise(server);
        live(world);
        server.control().worlds().addDesign(null, design("for_all"));
        server.control().worlds().addDesign(null, design("badge_template"));
        assertThat(api.get("/v1/designs/badge_template").data().path("name").asText())
                .isEqualTo("Mine");
        assertThat(api.finished(Api.batch(1, "for_all")).path("status").asText())
                .isEqualTo("completed");
        server.control().clock().advance(Duration.ofDays(1));

        server.control().reset(null);

        assertThat(everything(world)).containsOnly(0);
        assertThat(server.control().clock().ahead()).isLessThan(Duration.ofHours(1));
        assertThat(api.get("/v1/designs/for_all").status()).isEqualTo(404);
        assertThat(api.get("/v1/designs/badge_template").data().path("name").asText())
                .isNotEqualTo("Mine");
        assertThat(api.finished(Api.batch(1, "for_all"))
                        .at("/renders/0/error/code")
                        .asText())
                .isEqualTo("DESIGN_NOT_FOUND");
        live(world);
    }

    @Test
    void theFirstPlanCountsAgain() {
        server.control().worlds().changePlan(world.id(), Plan.FREE);
        server.control().worlds().changePlan("free", Plan.TEAMS);
        assertThat(limit(api(world))).isEqualTo("10");
        assertThat(limit(Api.free(server))).isEqualTo("300");

        world.reset();

        assertThat(limit(api(world))).isEqualTo("60");
        assertThat(limit(Api.free(server))).isEqualTo("300");
        server.control().reset(null);
        assertThat(limit(Api.free(server))).isEqualTo("10");
    }

    private static String limit(Api api) {
        return api.get("/v1/designs").header("X-RateLimit-Limit");
    }

    /** Does something of every kind. */
    private static void live(MockWorld world) {
        Api api = api(world);
        JsonNode endpoint = api.post(
                        "/v1/webhooks", "{\"url\":\"" + world.webhooks().url() + "\",\"events\":[\"batch.completed\"]}")
                .data();
        assertThat(endpoint.path("id").asText()).isNotEmpty();
        assertThat(api.post("/v1/designs", "{\"name\":\"Mine\"}").status()).isEqualTo(200);
        Api.Answer once = Api.send(api.request("/v1/render/design/badge_template")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "the same each time")
                .POST(HttpRequest.BodyPublishers.ofString("{\"async\":true}")));
        assertThat(once.status()).isEqualTo(200);
        assertThat(api.get("/v1/render/" + once.data().path("renderId").asText())
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/api/automation/api-keys", "{\"name\":\"Another\"}")
                        .status())
                .isLessThan(300);
        assertThat(api.post("/api/assets/upload", "{\"name\":\"a.svg\",\"type\":\"IMAGE\",\"data\":\"" + SVG + "\"}")
                        .status())
                .isLessThan(300);
        api.finished(Api.batch(2, "badge_template"));
        assertThat(world.webhooks().await(1, SOON)).isNotEmpty();
    }

    private static List<Integer> everything(MockWorld world) {
        Api api = api(world);
        return List.of(
                api.get("/v1/render/batches").body().at("/pagination/total").asInt(),
                api.get("/api/v1/render/history").body().at("/pagination/total").asInt(),
                api.get("/v1/webhooks").data().size(),
                api.get("/v1/webhooks/deliveries").data().size(),
                api.get("/api/assets/library").body().path("data").size(),
                api.get("/api/automation/api-keys").body().path("data").size() - 1,
                api.get("/api/automation/designs").body().path("data").size() - 3);
    }

    @Test
    void whatIsBeingRenderedIsGivenUpAndItsLateResultDropped() throws Exception {
        String gate = "reset on " + database;
        Api api = api(world);
        world.fault(Scenario.times(
                1, new RenderFault.Slow(RenderMatch.index(0), new Latency.Fixed(Duration.ofHours(1), false))));
        String batch = api.post("/v1/render/batch", """
                        {"renders":[{"templateId":"badge_template"},
                                    {"templateId":"badge_template","dynamicData":{"gate":"%s"}},
                                    {"templateId":"badge_template","dynamicData":{"gate":"%s"}},
                                    {"templateId":"badge_template"}]}""".formatted(gate, gate))
                .data()
                .path("batchId")
                .asText();
        while (!statuses(api, batch).equals(List.of("processing", "processing", "processing", "queued"))) {
            Thread.onSpinWait();
        }
        CompletableFuture<Api.Answer> waiting =
                CompletableFuture.supplyAsync(() -> api.get("/v1/render/batch/" + batch + "?wait=60"));

        world.reset();

        assertThat(waiting.get().status()).isEqualTo(404);
        ScriptedEngineProvider.gate(gate).countDown();
        JsonNode next = api.finished(Api.batch(3, "badge_template"));
        assertThat(next.path("completedRenders").asInt()).isEqualTo(3);
        assertThat(api.get("/v1/render/batches").body().at("/pagination/total").asInt())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/render/history")
                        .body()
                        .at("/pagination/total")
                        .asInt())
                .isEqualTo(3);
    }

    private static List<String> statuses(Api api, String batch) {
        return api.get("/v1/render/batch/" + batch).data().path("renders").findValuesAsText("status");
    }

    @Test
    void aWorldIsResetAgainAndAgainWhileItsRendersGoOn() {
        Api api = api(world);
        String renders =
                "{\"templateId\":\"badge_template\",\"cache\":false},".repeat(24) + "{\"templateId\":\"none\"}";
        String batch = "{\"renders\":[%s],\"webhook\":\"%s\"}"
                .formatted(renders, world.webhooks().url());
        for (int i = 0; i < 40; i++) {
            assertThat(api.post("/v1/render/batch", batch).status()).isEqualTo(200);
            world.reset();
            assertThat(api.get("/v1/render/batches")
                            .body()
                            .at("/pagination/total")
                            .asInt())
                    .isZero();
        }

        assertThat(api.finished(batch).path("completedRenders").asInt()).isEqualTo(24);
    }

    @Test
    void aResetThatMeetsAnotherTransactionCrosswiseBeginsOnceMore() throws SQLException {
        assumeTrue(options.database().isPresent(), "an embedded database lets the other one fail");
        world.fault(new RenderFault.Slow(RenderMatch.ANY, new Latency.Fixed(Duration.ofHours(1), false)));
        try (Connection other = TestDatabase.connect(options.database().orElseThrow());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            CompletableFuture<Void> reset;
            do {
                api(world).post("/v1/render/batch", Api.batch(1, "badge_template"));
                statement.execute("select * from renders for update");
                reset = CompletableFuture.runAsync(world::reset);
                while (!someoneWaits(statement)) {
                    Thread.onSpinWait();
                }
            } while (!passes(statement, "update batches set status = status"));
            other.commit();

            reset.join();
        }
        assertThat(everything(world)).containsOnly(0);
    }

    private static boolean someoneWaits(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery("select 1 from pg_locks where not granted")) {
            return waiting.next();
        }
    }

    /** False if it is this one that PostgreSQL lets fail, of two that wait for each other. */
    private static boolean passes(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            statement.getConnection().rollback();
            return false;
        }
    }

    @Test
    void aWebhookThatIsHeldBackIsNeverSent() {
        world.fault(new WebhookFault.Delay(WebhookMatch.ANY, new Latency.Fixed(Duration.ofHours(1), false)));
        Api api = api(world);
        api.finished(Api.batch(1, "badge_template")
                .replaceFirst("\\{", "{\"webhook\":\"" + world.webhooks().url() + "\","));
        while (world.deliveries().isEmpty()
                || world.deliveries().getFirst().attempts().isEmpty()) {
            Thread.onSpinWait();
        }

        world.reset();
        server.control().clock().advance(Duration.ofHours(2));
        api.finished(Api.batch(2, "badge_template")
                .replaceFirst("\\{", "{\"webhook\":\"" + world.webhooks().url() + "\","));

        assertThat(world.webhooks().await(1, SOON))
                .extracting(webhook -> webhook.json().at("/data/totalRenders").asInt())
                .containsExactly(2);
        assertThat(world.deliveries()).hasSize(1);
    }

    @Test
    void aClosedWorldsKeyOpensNothing() {
        Api api = api(world);
        assertThat(api.get("/v1/designs").status()).isEqualTo(200);
        Api admin = new Api(server.baseUri(), "none");

        assertThat(admin.send("DELETE", "/__admin/worlds/" + world.apiKey(), "").status())
                .isEqualTo(200);

        assertThat(api.get("/v1/designs").status()).isEqualTo(401);
        assertThat(admin.send("DELETE", "/__admin/worlds/" + world.id(), "").status())
                .isEqualTo(404);
        assertThat(api(other).get("/v1/designs").status()).isEqualTo(200);
    }

    @Test
    void filesThatNobodyNamesAnyLongerGo() throws IOException {
        try (MockServer keeping = MockServer.start(
                        database.options().withEngine("scripted").withDataFolder(data));
                MockWorld brief = MockWorld.open(keeping, Plan.FREE)) {
            String url = api(brief)
                    .finished(Api.batch(1, "badge_template"))
                    .at("/renders/0/downloadUrl")
                    .asText();
            Path file = onlyFile();

            brief.reset();

            assertThat(Api.bytes(api(brief).request(url)).statusCode()).isEqualTo(404);
            keeping.control().clock().advance(Duration.ofHours(2));
            while (Files.exists(file)) {
                Thread.onSpinWait();
            }
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("renders"))) {
            return files.filter(Files::isRegularFile).findAny().orElseThrow();
        }
    }

    private static Api api(MockWorld world) {
        return new Api(world.baseUri(), world.apiKey());
    }

    private static ObjectNode design(String id) {
        ObjectNode design =
                Json.object().put("id", id).put("name", "Mine").put("width", 10).put("height", 10);
        design.putObject("canvasData").putArray("elements");
        return design;
    }
}
