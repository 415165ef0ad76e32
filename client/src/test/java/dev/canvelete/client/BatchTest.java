package dev.canvelete.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.client.error.ApiException;
import dev.canvelete.client.error.TimeoutException;
import dev.canvelete.client.error.ValidationException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchTest {
    private static final String BATCHES = "/v1/render/batch";
    private static final String STATUS = "/v1/render/batch/batch_xyz789";
    private static final String ACCEPTED = """
            {"success":true,"data":{"batchId":"batch_xyz789","status":"processing","totalRenders":2,
             "completedRenders":0,"renders":[{"renderId":"render_001","status":"queued"},
             {"renderId":"render_002","status":"queued"}]}}""";
    private static final String GOING_ON = """
            {"success":true,"data":{"batchId":"batch_xyz789","status":"processing","totalRenders":2,"renders":[]}}""";
    private static final String ENDED = """
            {"success":true,"data":{"batchId":"batch_xyz789","status":"completed","totalRenders":2,"mood":"new field",
             "completedRenders":1,"failedRenders":1,"renders":[
             {"renderId":"render_001","status":"completed","format":"avif","downloadUrl":"/renders/001.png"},
             {"renderId":"render_002","status":"failed",
              "error":{"code":"DESIGN_NOT_FOUND","message":"no template nowhere"}}]}}""";

    @RegisterExtension
    static final WireMockExtension service = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final FakeTime time = new FakeTime();
    private final CanveleteClient client = CanveleteClient.builder()
            .apiKey("cvt_test_teams")
            .baseUrl(service.baseUrl())
            .environment(time.environment())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    private static List<RenderRequest> renders(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> RenderRequest.ofTemplate("badge_template")
                        .format(OutputFormat.PNG)
                        .data("n", n))
                .toList();
    }

    @Test
    void givesTheFinishedResultsInOrder() {
        service.stubFor(post(BATCHES).willReturn(okJson(ACCEPTED)));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(ENDED)));

        BatchResults results = client.render().batch(renders(2));

        assertThat(results).extracting("status").containsExactly(RenderStatus.COMPLETED, RenderStatus.FAILED);
        assertThat(results.get(0).downloadUrl()).isEqualTo("/renders/001.png");
        assertThat(results.get(1).error()).isEqualTo(new ApiError("DESIGN_NOT_FOUND", "no template nowhere", null));
        service.verify(postRequestedFor(urlPathEqualTo(BATCHES))
                .withHeader("Authorization", equalTo("Bearer cvt_test_teams"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(matchingJsonPath("$.renders[1].dynamicData.n", equalTo("1"))));
    }

    @Test
    void readsAFormatThatItDoesNotKnowAsNone() {
        service.stubFor(post(BATCHES).willReturn(okJson(ACCEPTED)));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(ENDED)));

        assertThat(client.render().batch(renders(2)).get(0).format()).isNull();
    }

    @Test
    void letsTheServiceHoldItsAnswerAndTellTheWebhook() {
        service.stubFor(post(BATCHES).willReturn(okJson(ACCEPTED)));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(ENDED)));
        BatchOptions options =
                BatchOptions.standard().withWebhook("http://localhost:1/hook").withPollWait(Duration.ofSeconds(7));

        client.render().batch(renders(2), options);

        service.verify(getRequestedFor(urlPathEqualTo(STATUS)).withQueryParam("wait", equalTo("7")));
        service.verify(postRequestedFor(urlPathEqualTo(BATCHES))
                .withRequestBody(matchingJsonPath("$.webhook", equalTo("http://localhost:1/hook"))));
    }

    @Test
    void asksMoreAndMoreSeldomWhenTheServiceDoesNotHoldItsAnswer() {
        service.stubFor(post(BATCHES).willReturn(okJson(ACCEPTED)));
        service.stubFor(get(urlPathEqualTo(STATUS))
                .inScenario("work")
                .willReturn(okJson(GOING_ON))
                .willSetStateTo("more"));
        service.stubFor(get(urlPathEqualTo(STATUS))
                .inScenario("work")
                .whenScenarioStateIs("more")
                .willReturn(okJson(GOING_ON))
                .willSetStateTo("done"));
        service.stubFor(get(urlPathEqualTo(STATUS))
                .inScenario("work")
                .whenScenarioStateIs("done")
                .willReturn(okJson(ENDED)));

        client.render().batch(renders(2));

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void givesUpWhenTheTimeForTheListRunsOut() {
        service.stubFor(post(BATCHES).willReturn(okJson(ACCEPTED)));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(GOING_ON)));
        BatchOptions options = BatchOptions.standard().withTimeout(Duration.ofSeconds(30));

        assertThatThrownBy(() -> client.render().batch(renders(2), options))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("batch_xyz789");
    }

    @Test
    void repeatsASubmissionUnderTheSameKey() {
        service.stubFor(
                post(BATCHES).inScenario("storm").willReturn(serverError()).willSetStateTo("limited"));
        service.stubFor(post(BATCHES)
                .inScenario("storm")
                .whenScenarioStateIs("limited")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7"))
                .willSetStateTo("calm"));
        service.stubFor(
                post(BATCHES).inScenario("storm").whenScenarioStateIs("calm").willReturn(okJson(ACCEPTED)));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(ENDED)));

        client.render().batch(renders(2));

        service.verify(3, postRequestedFor(urlPathEqualTo(BATCHES)).withHeader("Idempotency-Key", equalTo("id-1")));
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(7));
    }

    @Test
    void countsThePlacesOfFaultsInTheWholeList() {
        String refusal = """
                {"success":false,"error":{"code":"VALIDATION_ERROR","message":"1 fault",
                 "details":[{"path":"renders[1].format","message":"unknown"}]}}""";
        service.stubFor(post(BATCHES)
                .inScenario("second is bad")
                .willReturn(okJson(ACCEPTED))
                .willSetStateTo("second"));
        service.stubFor(post(BATCHES)
                .inScenario("second is bad")
                .whenScenarioStateIs("second")
                .willReturn(aResponse().withStatus(400).withBody(refusal)));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(ENDED)));
        BatchOptions options = BatchOptions.standard().withBatchSize(2).withParallelism(1);

        assertThatThrownBy(() -> client.render().batch(renders(4), options))
                .isInstanceOfSatisfying(ValidationException.class, e -> assertThat(e.faults())
                        .containsExactly(new Fault("renders[3].format", "unknown")));
    }

    @Test
    void refusesAnswersThatMakeNoSense() {
        for (String nonsense :
                List.of("", "<html>", "[]", "{}", "{\"success\":true,\"data\":{\"status\":\"queued\"}}")) {
            service.stubFor(post(BATCHES).willReturn(okJson(nonsense)));

            assertThatThrownBy(() -> client.render().batch(renders(1)))
                    .isInstanceOfSatisfying(ApiException.class, e -> {
                        assertThat(e.code()).isEqualTo("UNREADABLE_ANSWER");
                        assertThat(e.body()).isEqualTo(nonsense);
                    });
        }
    }

    @Test
    void refusesABatchWithOtherRendersThanWereSent() {
        service.stubFor(post(BATCHES).willReturn(okJson(ACCEPTED)));
        service.stubFor(get(urlPathEqualTo(STATUS)).willReturn(okJson(ENDED)));

        assertThatThrownBy(() -> client.render().batch(renders(3)))
                .hasMessageContaining("has 2 renders, where 3 were sent");
    }

    @Test
    void sendsNothingForAnEmptyList() {
        assertThat(client.render().batch(List.of())).isEmpty();
        assertThat(service.getAllServeEvents()).isEmpty();
    }
}
