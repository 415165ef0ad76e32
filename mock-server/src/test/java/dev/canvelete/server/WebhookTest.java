package dev.canvelete.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.WebhookSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
class WebhookTest {
    private final WireMockServer receiver = new WireMockServer(options().dynamicPort());
    private final BlockingQueue<LoggedRequest> received = new LinkedBlockingQueue<>();
    private final MockServer server;

    WebhookTest(TestDatabase database) {
        server = MockServer.start(database.options()
                .withEngine("scripted")
                .withWebhookSecret("s3cret")
                .withWebhookTimeout(Duration.ofSeconds(5))
                .withWebhookRetries(List.of(Duration.ofMillis(1), Duration.ofMillis(2))));
    }

    @BeforeEach
    void listen() {
        receiver.start();
        receiver.addMockServiceRequestListener(
                (Request request, Response response) -> received.add(LoggedRequest.createFrom(request)));
    }

    @AfterEach
    void close() {
        server.close();
        receiver.stop();
    }

    @Test
    void tellsTheReceiverOnceWhatBecameOfEveryRender() throws Exception {
        receiver.stubFor(post("/hook").willReturn(ok()));

        submit("""
                {"renders":[{"templateId":"badge_template"},{"templateId":"none"}],"webhook":"%s"}""", "/hook");

        LoggedRequest request = next();
        JsonNode event = Json.mapper().readTree(request.getBody());
        assertThat(event.path("eventType").asText())
                .isEqualTo(event.path("type").asText())
                .isEqualTo("batch.completed");
        assertThat(event.path("data").path("totalRenders").asInt()).isEqualTo(2);
        assertThat(event.path("data").path("completedRenders").asInt()).isEqualTo(1);
        JsonNode renders = event.path("data").path("renders");
        assertThat(renders.get(0).path("downloadUrl").asText()).startsWith(server.baseUri() + "/renders/render_");
        assertThat(renders.get(1).path("error").path("code").asText()).isEqualTo("DESIGN_NOT_FOUND");
        assertThat(request.getHeader("X-Canvelete-Event")).isEqualTo("batch.completed");
        assertThat(request.getHeader("X-Canvelete-Delivery")).startsWith("delivery_");
        assertThat(request.getHeader("User-Agent")).startsWith("Canvelete");
        assertThat(WebhookSignature.verify(
                        Map.of(WebhookSignature.HEADER, request.getHeader(WebhookSignature.HEADER)),
                        request.getBody(),
                        List.of("s3cret"),
                        Instant.EPOCH,
                        Duration.ZERO))
                .isTrue();
    }

    @Test
    void signsWhatARequestNamedInTheFormThatTheServerWasToldToUse(@TempDir Path folder) throws Exception {
        receiver.stubFor(post("/hook").willReturn(ok()));
        Instant now = Instant.parse("2026-03-14T09:00:00Z");
        Path yaml = Files.writeString(folder.resolve("server.yml"), "webhookSignature: timestamped");
        try (MockServer timestamped = MockServer.start(ServerConfiguration.read(yaml)
                .options()
                .withEngine("scripted")
                .withClock(InstantSource.fixed(now))
                .withWebhookSecret("s3cret"))) {
            Api.enterprise(timestamped).post("/v1/render/batch", """
                    {"renders":[{"templateId":"badge_template"}],"webhook":"%s"}""".formatted(receiver.url("/hook")));

            LoggedRequest request = next();

            String signature = request.getHeader(WebhookSignature.HEADER);
            assertThat(signature).startsWith("t=" + now.getEpochSecond() + ",v1=");
            assertThat(WebhookSignature.verify(
                            Map.of(WebhookSignature.HEADER, signature),
                            request.getBody(),
                            List.of("s3cret"),
                            now,
                            Duration.ofMinutes(5)))
                    .isTrue();
        }
    }

    @Test
    void triesAgainWithTheSameEventUntilItIsTaken() throws Exception {
        receiver.stubFor(post("/hook")
                .inScenario("flaky")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("better"));
        receiver.stubFor(
                post("/hook").inScenario("flaky").whenScenarioStateIs("better").willReturn(ok()));

        submit("{\"renders\":[{\"templateId\":\"badge_template\"}],\"webhook\":\"%s\"}", "/hook");

        assertThat(next().getBody()).isEqualTo(next().getBody());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirectAndGivesUpAfterTheLastAttempt(int status) throws Exception {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(status).withHeader("Location", "/elsewhere")));
        receiver.stubFor(post("/last").willReturn(ok()));

        submit("{\"renders\":[{\"templateId\":\"badge_template\"}],\"webhook\":\"%s\"}", "/hook");

        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            paths.add(next().getUrl());
        }
        assertThat(paths).containsOnly("/hook");
        submit("{\"renders\":[{\"templateId\":\"badge_template\"}],\"webhook\":\"%s\"}", "/last");
        assertThat(next().getUrl()).isEqualTo("/last");
        receiver.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    private void submit(String body, String path) {
        Api.enterprise(server).finished(body.formatted(receiver.baseUrl() + path));
    }

    private LoggedRequest next() throws InterruptedException, IOException {
        LoggedRequest request = received.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no webhook came");
        }
        OpenApiContract.checkEvent(Json.mapper().readTree(request.getBody()));
        return request;
    }
}
