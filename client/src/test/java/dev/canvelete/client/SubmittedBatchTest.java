package dev.canvelete.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.client.error.RateLimitException;
import dev.canvelete.client.error.TimeoutException;
import dev.canvelete.client.webhook.WebhookReceiver;
import dev.canvelete.client.webhook.WebhookVerifier;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubmittedBatchTest {
    private static final String BATCHES = "/v1/render/batch";
    private static final String STATUS = "/v1/render/batch/batch_1";
    private static final List<RenderRequest> RENDERS =
            List.of(RenderRequest.of("t"), RenderRequest.of("t").data("n", 2));

    @RegisterExtension
    static final WireMockExtension service = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final FakeTime time = new FakeTime();
    private final List<String> waits = new ArrayList<>();
    private final CanveleteClient client = CanveleteClient.builder()
            .apiKey("k")
            .baseUrl(service.baseUrl())
            .environment(time.environment())
            .onWait((why, howLong) -> waits.add(why + " " + howLong))
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    private static String batch(String status, int completed) {
        return "{\"success\":true,\"data\":{\"batchId\":\"batch_1\",\"status\":\"" + status
                + "\",\"totalRenders\":2,\"completedRenders\":" + completed + ",\"renders\":["
                + "{\"renderId\":\"r1\",\"status\":\"" + status + "\",\"downloadUrl\":\"/r1.png\"},"
                + "{\"renderId\":\"r2\",\"status\":\"" + status + "\",\"downloadUrl\":\"/r2.png\"}]}}";
    }

    private static void answersOneAfterAnother(String... answers) {
        for (int i = 0; i < answers.length; i++) {
            service.stubFor(get(urlPathEqualTo(STATUS))
                    .inScenario("work")
                    .whenScenarioStateIs(i == 0 ? STARTED : "step " + i)
                    .willReturn(okJson(answers[i]))
                    .willSetStateTo("step " + Math.min(i + 1, answers.length - 1)));
        }
    }

    @Test
    void isThereAtOnceAndCanBeAwaited() {
        service.stubFor(post(BATCHES).willReturn(okJson(batch("processing", 0))));
        answersOneAfterAnother(batch("processing", 1), batch("completed", 2));

        SubmittedBatch batch = client.render().submit(RENDERS);

        assertThat(batch.id()).isEqualTo("batch_1");
        assertThat(batch.accepted().totalRenders()).isEqualTo(2);
        assertThat(batch.status().completedRenders()).isEqualTo(1);
        assertThat(batch.await(Duration.ofMinutes(1)).successful()).hasSize(2);
    }

    @Test
    void tellsEachStepOnceAndLetsNoAnswerBeHeldMeanwhile() {
        service.stubFor(post(BATCHES).willReturn(okJson(batch("processing", 0))));
        answersOneAfterAnother(
                batch("processing", 0), batch("processing", 1), batch("processing", 1), batch("completed", 2));
        List<Integer> steps = new ArrayList<>();

        client.render()
                .submit(RENDERS)
                .onProgress(state -> steps.add(state.completedRenders()))
                .await(Duration.ofMinutes(1));

        assertThat(steps).containsExactly(0, 1, 2);
        service.verify(0, getRequestedFor(urlPathEqualTo(STATUS)).withQueryParam("wait", matching(".*")));
    }

    @Test
    void mayBeAwaitedAgainAfterATimeout() {
        service.stubFor(post(BATCHES).willReturn(okJson(batch("processing", 0))));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(batch("processing", 1))));
        SubmittedBatch batch = client.render().submit(RENDERS);

        assertThatThrownBy(() -> batch.await(Duration.ofSeconds(20))).isInstanceOf(TimeoutException.class);
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(batch("completed", 2))));

        assertThat(batch.awaitAsync(Duration.ofSeconds(20)).join().requests()).isEqualTo(RENDERS);
    }

    @Test
    void canBeCancelled() {
        service.stubFor(post(BATCHES).willReturn(okJson(batch("processing", 0))));
        service.stubFor(post(STATUS + "/cancel").willReturn(okJson(batch("cancelled", 0))));

        assertThat(client.render().submit(RENDERS).cancel().status()).isEqualTo(RenderStatus.CANCELLED);
    }

    @Test
    void waitsForThePlansNextBatchAndSaysSo() {
        service.stubFor(post(BATCHES)
                .inScenario("limit")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1800"))
                .willSetStateTo("open"));
        service.stubFor(post(BATCHES)
                .inScenario("limit")
                .whenScenarioStateIs("open")
                .willReturn(okJson(batch("processing", 0))));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(batch("completed", 2))));

        client.render().batch(RENDERS, BatchOptions.standard().withTimeout(Duration.ofHours(2)));

        assertThat(time.sleeps()).containsExactly(Duration.ofMinutes(30));
        assertThat(waits).singleElement().asString().contains("429", "PT30M");
    }

    @Test
    void doesNotWaitLongerThanTheListMayTake() {
        service.stubFor(post(BATCHES).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1800")));

        assertThatThrownBy(() -> client.render().batch(RENDERS)).isInstanceOf(RateLimitException.class);
        assertThat(time.sleeps()).isEmpty();
        service.verify(1, postRequestedFor(urlPathEqualTo(BATCHES)));
    }

    @Test
    void hearsOfTheEndByWebhook() throws Exception {
        service.stubFor(post(BATCHES).willReturn(okJson(batch("processing", 0))));
        answersOneAfterAnother(batch("processing", 0), batch("completed", 2));
        try (WebhookReceiver receiver = WebhookReceiver.start(WebhookVerifier.of("whsec_local"))) {
            tell(receiver);

            BatchResults results =
                    client.render().batch(RENDERS, BatchOptions.standard().withReceiver(receiver));

            assertThat(results.successful()).hasSize(2);
            service.verify(2, getRequestedFor(urlPathEqualTo(STATUS)));
            assertThat(time.sleeps()).as("it does not poll").isEmpty();
        }
    }

    private static void tell(WebhookReceiver receiver) throws IOException, InterruptedException {
        byte[] body =
                ("{\"eventId\":\"evt_1\",\"eventType\":\"batch.completed\",\"timestamp\":\"2026-11-24T12:00:00Z\","
                                + "\"data\":{\"batchId\":\"batch_1\"}}")
                        .getBytes(UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(receiver.uri()).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        WebhookSignature.sign(SignatureStyle.SHA256, List.of("whsec_local"), "evt_1", Instant.EPOCH, body)
                .forEach(request::header);
        HttpResponse<Void> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(204);
    }
}
