package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.admin.World;
import dev.canvelete.server.fault.HttpFault;
import dev.canvelete.server.fault.HttpMatch;
import dev.canvelete.server.fault.Latency;
import dev.canvelete.server.fault.RenderFault;
import dev.canvelete.server.fault.RenderMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.fault.Step;
import dev.canvelete.server.journal.JournalEntry;
import dev.canvelete.server.journal.RequestPattern;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpFaultTest {
    private static final MockServer SERVER =
            MockServer.start(ServerOptions.standard().withEngine("placeholder"));

    private final World world = SERVER.control().worlds().create(Plan.ENTERPRISE);
    private final Api api = new Api(SERVER.baseUri(), world.apiKey());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void reset() {
        SERVER.control().reset(null);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void answersWithAStatusInTheDialectOfThePath() {
        add(Scenario.times(2, new HttpFault.Status(HttpMatch.ANY, 503, null, Map.of("Retry-After", "7"))));

        Api.Answer documented = api.get("/v1/designs");
        assertThat(documented.status()).isEqualTo(503);
        assertThat(documented.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(documented.header("Retry-After")).isEqualTo("7");
        assertThat(api.get("/api/automation/api-keys").body().path("error").isTextual())
                .isTrue();
        assertThat(api.get("/v1/designs").status()).isEqualTo(200);
    }

    @Test
    void answersWithABodyOfItsOwn() {
        add(Scenario.always(new HttpFault.Status(
                HttpMatch.of("GET", "/v1/designs*"), 418, Json.object().put("short", "stout"), Map.of())));

        assertThat(api.get("/v1/designs").body().path("short").asText()).isEqualTo("stout");
        assertThat(api.post("/v1/render/batch", Api.batch(1, "badge_template")).status())
                .isEqualTo(200);
    }

    @Test
    void delaysByTheClock() throws Exception {
        SERVER.control().clock().freeze();
        add(Scenario.times(
                1, new HttpFault.Delay(HttpMatch.of("GET", "/v1/designs"), Latency.fixed(Duration.ofMinutes(1)))));

        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(api.request("/v1/designs").GET().build(), HttpResponse.BodyHandlers.ofString());
        while (SERVER.control().faults().list(world.id()).get(0).strikes() == 0) {
            Thread.onSpinWait();
        }
        assertThat(api.get("/v1/designs/none").status()).as("the next request").isEqualTo(404);
        assertThat(answer).isNotDone();
        SERVER.control().clock().advance(Duration.ofMinutes(1));

        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void cutsTheConnectionBeforeAnythingIsDone() {
        add(Scenario.times(1, new HttpFault.Cut(HttpMatch.of("POST", "*"), HttpFault.Moment.BEFORE)));

        assertThatThrownBy(this::submit).isInstanceOf(IOException.class);

        assertThat(batches()).isZero();
        JournalEntry entry = SERVER.control()
                .journal()
                .find(world.id(), RequestPattern.of("POST", "*"), 1)
                .get(0);
        assertThat(entry.answer().status()).isZero();
        assertThat(entry.fault()).isEqualTo("http.cut");
        assertThat(entry.request().body()).contains("badge_template");
    }

    @Test
    void cutsTheConnectionAfterTheWorkWasDone() {
        add(Scenario.times(1, new HttpFault.Cut(HttpMatch.of("POST", "*"), HttpFault.Moment.AFTER)));

        assertThatThrownBy(this::submit).isInstanceOf(IOException.class);

        assertThat(batches()).isEqualTo(1);
    }

    @Test
    void cutsTheConnectionInTheMiddleOfTheAnswer() {
        add(Scenario.times(1, new HttpFault.Cut(HttpMatch.of("GET", "/v1/designs"), HttpFault.Moment.MIDWAY)));

        assertThatThrownBy(
                        () -> http.send(api.request("/v1/designs").GET().build(), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(api.get("/v1/designs").status()).isEqualTo(200);
    }

    @Test
    void sendsHalfOfABodyAsIfItWereAll() throws Exception {
        add(Scenario.times(1, new HttpFault.Malformed(HttpMatch.ANY)));

        HttpResponse<String> answer =
                http.send(api.request("/v1/designs").GET().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"success\":true");
        assertThatThrownBy(() -> Json.mapper().readTree(answer.body())).isInstanceOf(IOException.class);
        assertThat(api.get("/v1/designs").data()).isNotEmpty();
    }

    @Test
    void limitsTheRateAndRecoversWhenTheTimeIsOver() {
        SERVER.control().clock().freeze();
        add(Scenario.always(new HttpFault.RateLimited(HttpMatch.ANY, Duration.ofSeconds(30))));
        assertThat(api.get("/v1/designs").header("Retry-After")).isEqualTo("30");
        SERVER.control().clock().advance(Duration.ofSeconds(10));

        Api.Answer refused = api.get("/v1/designs");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isEqualTo("20");

        SERVER.control().clock().advance(Duration.ofSeconds(20));
        assertThat(api.get("/v1/designs").status()).isEqualTo(200);
    }

    @Test
    void oneScenarioMayGoWrongInSeveralPlaces() {
        add(Scenario.of(
                Step.times(1, new HttpFault.Status(HttpMatch.of("POST", "*"), 500, null, Map.of())),
                Step.times(1, new RenderFault.Fail(RenderMatch.ANY, ErrorCode.RENDER_TIMEOUT, "late", null))));

        assertThat(api.post("/v1/render/batch", Api.batch(1, "badge_template")).status())
                .isEqualTo(500);
        assertThat(api.finished(Api.batch(1, "badge_template")).path("status").asText())
                .isEqualTo("failed");
        assertThat(api.finished(Api.batch(1, "badge_template")).path("status").asText())
                .isEqualTo("completed");
    }

    @Test
    void strikesOnlyTheWorldItIsFor() {
        add(Scenario.always(new HttpFault.Status(HttpMatch.ANY, 500, null, Map.of())));

        assertThat(Api.enterprise(SERVER).get("/v1/designs").status()).isEqualTo(200);
    }

    private void submit() throws IOException, InterruptedException {
        http.send(
                api.request("/v1/render/batch")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Api.batch(1, "badge_template")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int batches() {
        List<String> ids = SERVER.control().journal().find(world.id(), RequestPattern.ANY, 100).stream()
                .map(entry -> entry.request().path())
                .toList();
        assertThat(ids).isNotEmpty();
        return api.get("/v1/render/batches")
                .body()
                .path("pagination")
                .path("total")
                .asInt();
    }

    private void add(Scenario scenario) {
        SERVER.control().faults().add(scenario.in(world.id()));
    }
}
