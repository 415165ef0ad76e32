package dev.canvelete.server;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.db.DatabaseUrl;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Watches a server as an orchestrator and a Prometheus would: without a key. */
@Timeout(120)
class ObservabilityTest {
    private static final String SECRET = "whsec_nobodys_business";

    @TempDir
    private Path data;

    private final MovableClock clock = new MovableClock();
    private MockServer server;

    @AfterEach
    void close() {
        server.close();
    }

    private void start() {
        server = MockServer.start(TestDatabase.H2
                .options()
                .withEngine("scripted")
                .withWorkers(1)
                .withDataFolder(data)
                .withWebhookSecret(SECRET)
                .withClock(clock));
    }

    private HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(server.baseUri() + path));
    }

    private Api.Answer health() {
        return Api.send(anonymous("/healthz"));
    }

    private JsonNode check(String name) {
        for (JsonNode check : health().body().path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no check " + name);
    }

    private String metrics() {
        HttpResponse<byte[]> answer = Api.bytes(anonymous("/metrics"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain")
                .contains("version=0.0.4");
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** What is counted is counted just after it can be seen, so that it is looked for until it is there. */
    private void awaitMetric(String line) {
        while (metrics().lines().noneMatch(line::equals)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aServerThatCanWorkIsHealthy() {
        start();

        Api.Answer answer = health();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("healthy").asBoolean()).isTrue();
        assertThat(answer.body().path("checks").findValuesAsText("name"))
                .contains("artifacts", "database", "deadlocks", "queue");
        assertThat(check("queue").path("message").asText()).isEqualTo("no render waits");
        assertThat(data.resolve("renders")).isEmptyDirectory();
    }

    @Test
    void aQueueThatStandsStillIsUnhealthyUntilItMoves() {
        start();
        String gated = "{\"templateId\":\"badge_template\",\"dynamicData\":{\"gate\":\"a stuck queue\"}}";
        Api api = Api.enterprise(server);
        String id = api.post("/v1/render/batch", "{\"renders\":[" + gated + "," + gated + "]}")
                .data()
                .path("batchId")
                .asText();
        awaitMetric("canvelete_queue_length 1.0");
        clock.advance(Duration.ofMinutes(5));
        assertThat(health().status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));

        assertThat(health().status()).isEqualTo(503);
        assertThat(check("queue").path("healthy").asBoolean()).isFalse();
        assertThat(check("queue").path("message").asText()).contains("the oldest for 301 s");
        assertThat(check("database").path("healthy").asBoolean()).isTrue();

        ScriptedEngineProvider.gate("a stuck queue").countDown();
        api.ended(id);
        assertThat(health().status()).isEqualTo(200);
    }

    @Test
    void aFolderThatCannotBeWrittenIsUnhealthyAndStaysUnnamed() throws Exception {
        start();
        Files.delete(data.resolve("renders"));

        Api.Answer answer = health();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(check("artifacts").path("healthy").asBoolean()).isFalse();
        assertThat(answer.body().toString()).doesNotContain(data.toString(), "Exception");
    }

    @Test
    void metricsCountWhatWasCancelled() {
        start();
        Api api = Api.enterprise(server);
        String gated = "{\"templateId\":\"badge_template\",\"dynamicData\":{\"gate\":\"cancelled and counted\"}}";
        String id = api.post("/v1/render/batch", "{\"renders\":[" + gated + "," + gated + "," + gated + "]}")
                .data()
                .path("batchId")
                .asText();
        awaitMetric("canvelete_queue_length 2.0");

        api.post("/v1/render/batch/" + id + "/cancel", "{}");

        ScriptedEngineProvider.gate("cancelled and counted").countDown();
        awaitMetric("canvelete_renders_total{outcome=\"cancelled\"} 2.0");
    }

    @Test
    void metricsTellWhatHappened() {
        WireMockServer receiver = new WireMockServer(options().dynamicPort());
        receiver.start();
        try {
            receiver.stubFor(post("/hook").willReturn(ok()));
            start();
            Api.enterprise(server).finished("""
                    {"renders":[{"templateId":"badge_template"},{"templateId":"badge_template"},
                                {"templateId":"badge_template","dynamicData":{"fail":true}}],
                     "webhook":"%s"}""".formatted(receiver.url("/hook")));
            for (int i = 0; i < 11; i++) {
                Api.free(server).get("/v1/designs");
            }

            awaitMetric("canvelete_renders_total{outcome=\"completed\"} 1.0");
            awaitMetric("canvelete_renders_total{outcome=\"cached\"} 1.0");
            awaitMetric("canvelete_renders_total{outcome=\"failed\"} 1.0");
            awaitMetric("canvelete_render_time_seconds_count 2");
            awaitMetric("canvelete_queue_length 0.0");
            awaitMetric("canvelete_webhook_attempts_total{outcome=\"accepted\"} 1.0");
            awaitMetric("canvelete_requests_refused_total{limit=\"requestsPerMinute\"} 1.0");
            awaitMetric("canvelete_http_responses_total{status=\"4xx\"} 1.0");
            awaitMetric("canvelete_http_requests_active 1.0");
            assertThat(metrics()).contains("canvelete_http_threads{state=\"busy\"}");
            assertThat(metrics() + health().body()).doesNotContain("cvt_test", SECRET, "whsec_");
        } finally {
            receiver.stop();
        }
    }

    @Test
    void whatCanBeSaidWithoutTheDatabaseIsSaidWhileItDoesNotAnswer() throws Exception {
        DatabaseUrl database = TestDatabase.fresh();
        server =
                MockServer.start(ServerOptions.standard().withEngine("scripted").withDatabase(database));
        awaitMetric("canvelete_queue_length 0.0");
        try (Connection other = TestDatabase.connect(database);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table renders");

            assertThat(metrics().lines())
                    .anyMatch(line -> line.startsWith("canvelete_http_requests_active "))
                    .noneMatch(line -> line.startsWith("canvelete_queue_length "));
            assertThat(check("queue").path("message").asText()).isEqualTo("the database does not answer in time");
            other.rollback();
        }
        awaitMetric("canvelete_queue_length 0.0");
    }

    @Test
    void pagesOfOtherSitesSeeNoMetrics() {
        start();

        for (String path : new String[] {"/metrics", "/metrics/", "/%6detrics"}) {
            HttpRequest.Builder foreign = anonymous(path).header("Origin", "https://evil.example");
            assertThat(Api.bytes(foreign).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(Api.bytes(anonymous("/metrics;a=b")).statusCode()).isEqualTo(400);
    }

    @Test
    void theLogCanBeJsonAndNamesTheRequest() throws Exception {
        Path log = data.resolve("server.log");
        Path yaml = Files.writeString(data.resolve("server.yml"), """
                logging:
                  level: WARN
                  appenders:
                    - type: file
                      currentLogFilename: '%s'
                      archive: false
                      layout: {type: json}
                """.formatted(log));
        ServerConfiguration configuration = ServerConfiguration.read(yaml);
        configuration.startLogging();
        String id;
        try {
            start();
            Files.delete(data.resolve("renders"));
            id = Api.send(Api.enterprise(server).request("/healthz")).header("X-Request-Id");
        } finally {
            // The other tests' logging again; what was logged until then is written first.
            LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
            logging.reset();
            new ContextInitializer(logging).autoConfig();
        }

        String line = Files.readString(log)
                .lines()
                .filter(entry -> entry.contains("health check artifacts"))
                .findFirst()
                .orElseThrow();
        JsonNode entry = Json.mapper().readTree(line);
        assertThat(entry.path("level").asText()).isEqualTo("WARN");
        assertThat(entry.at("/mdc/requestId").asText()).isEqualTo(id).startsWith("req_");
        assertThat(Files.readString(log)).doesNotContain("cvt_test", SECRET);
    }
}
