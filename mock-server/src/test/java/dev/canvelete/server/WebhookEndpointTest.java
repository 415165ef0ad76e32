package dev.canvelete.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.net.AddressPolicy;
import dev.canvelete.api.webhook.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
@Timeout(120)
class WebhookEndpointTest {
    private static final String RENDER = "/v1/render/template/badge_template";

    private final WireMockServer receiver = new WireMockServer(options().dynamicPort());
    private final BlockingQueue<LoggedRequest> received = new LinkedBlockingQueue<>();
    private final MovableClock clock = new MovableClock();
    private final ServerOptions options;
    private final MockServer server;
    private final Api api;

    WebhookEndpointTest(TestDatabase database) {
        options = database.options()
                .withEngine("scripted")
                .withClock(clock)
                .withWebhookRetries(List.of(Duration.ofSeconds(10), Duration.ofHours(3)));
        server = MockServer.start(options);
        api = Api.enterprise(server);
    }

    @BeforeEach
    void listen() {
        receiver.start();
        receiver.addMockServiceRequestListener(
                (Request request, Response response) -> received.add(LoggedRequest.createFrom(request)));
        answerWith(ok());
    }

    @AfterEach
    void close() {
        server.close();
        receiver.stop();
    }

    @Test
    void getsTheEventsThatItAskedForAndNoOthers() throws Exception {
        JsonNode endpoint = register("\"events\":[\"render.failed\",\"batch.completed\"]");
        Api stranger = new Api(server.baseUri(), "cvt_test_teams");

        api.post(RENDER, "{}");
        stranger.post(RENDER, "{\"dynamicData\":{\"fail\":true}}");
        api.post(RENDER, "{\"format\":\"pdf\",\"dynamicData\":{\"fail\":true}}");

        LoggedRequest request = next();
        JsonNode event = Json.mapper().readTree(request.getBody());
        assertThat(event.path("type").asText()).isEqualTo("render.failed");
        assertThat(event.at("/data/designId").asText()).isEqualTo("badge_template");
        assertThat(event.at("/data/metadata/format").asText()).isEqualTo("pdf");
        assertThat(event.at("/data/error/code").asText()).isEqualTo("INVALID_DYNAMIC_DATA");
        assertThat(isSigned(request, secret(endpoint))).isTrue();
        assertThat(get(endpoint).has("secret")).isFalse();
        assertThat(stranger.get("/v1/webhooks/" + id(endpoint)).status()).isEqualTo(404);
        assertThat(stranger.get("/v1/webhooks/deliveries").data()).isEmpty();
        api.finished(Api.batch(1, "badge_template"));
        assertThat(next().getHeader("X-Canvelete-Event")).isEqualTo("batch.completed");
        assertThat(received).isEmpty();
    }

    @Test
    void aSingleRenderTellsTheUrlThatItsRequestNames() throws Exception {
        api.post(RENDER, "{\"async\":true,\"webhook\":\"" + receiver.baseUrl() + "/hook\"}");

        LoggedRequest request = next();
        JsonNode data = Json.mapper().readTree(request.getBody()).path("data");
        assertThat(request.getHeader("X-Canvelete-Event")).isEqualTo("render.completed");
        assertThat(data.path("downloadUrl").asText()).startsWith(server.baseUri() + "/renders/");
        assertThat(data.at("/metadata/fileSize").asInt()).isEqualTo(1);
        assertThat(isSigned(request, ServerOptions.DEFAULT_SECRET)).isTrue();
    }

    @Test
    void signsInTheStyleOfItsChoice() throws Exception {
        for (String style : List.of(
                "\"sha256\"",
                "\"timestamped\"",
                "\"plain\"",
                "\"plain\",\"signatureTimestamp\":true",
                "\"standard\"")) {
            JsonNode endpoint = register("\"signatureStyle\":" + style);
            api.post("/v1/webhooks/" + id(endpoint) + "/test", "{}");
            LoggedRequest request = next();
            assertThat(request.getHeader("X-Canvelete-Event")).isEqualTo("webhook.test");
            assertThat(isSigned(request, secret(endpoint))).as(style).isTrue();
            assertThat(isSigned(request, "whsec_AAAA")).as(style).isFalse();
            assertThat(request.getHeader("X-Canvelete-Timestamp") != null).isEqualTo(style.contains("true"));
        }
    }

    @Test
    void bothSecretsSignDuringARotationTheNewOneLast() throws Exception {
        JsonNode endpoint = register("\"signatureStyle\":\"timestamped\"");
        String path = "/v1/webhooks/" + id(endpoint);
        String next = secret(
                api.post(path + "/rotate-secret", "{\"overlapSeconds\":60}").data());

        api.post(path + "/test", "{}");
        LoggedRequest during = next();
        clock.advance(Duration.ofSeconds(60));
        api.post(path + "/test", "{}");
        LoggedRequest after = next();

        assertThat(isSigned(during, secret(endpoint))).isTrue();
        assertThat(isSigned(during, next)).isTrue();
        String header = during.getHeader(WebhookSignature.HEADER);
        String newest = WebhookSignature.sign(
                        dev.canvelete.api.webhook.SignatureStyle.TIMESTAMPED,
                        List.of(next),
                        "",
                        clock.instant().minusSeconds(60),
                        during.getBody())
                .get(WebhookSignature.HEADER);
        assertThat(header).endsWith(newest.substring(newest.indexOf(",v1=")));
        assertThat(isSigned(after, secret(endpoint))).isFalse();
        assertThat(isSigned(after, next)).isTrue();
    }

    @Test
    void a410DisablesItUntilItsOwnerEnablesItAgain() throws Exception {
        JsonNode endpoint = register("\"events\":[\"render.completed\"]");
        answerWith(aResponse().withStatus(410));
        api.post(RENDER, "{}");
        next();

        JsonNode delivery = delivery(d -> d.path("status").asText().equals("exhausted"));
        assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(410);
        assertThat(get(endpoint).path("enabled").asBoolean()).isFalse();
        assertThat(get(endpoint).path("disabledReason").asText()).contains("410");
        assertThat(api.post("/v1/webhooks/" + id(endpoint) + "/test", "{}").status())
                .isEqualTo(400);
        api.post(RENDER, "{}");
        answerWith(ok());
        patch(endpoint, "{\"enabled\":true}");
        assertThat(get(endpoint).path("disabledReason").isNull()).isTrue();
        api.post(RENDER, "{}");
        assertThat(next()).isNotNull();
        assertThat(received).isEmpty();
    }

    @Test
    void whatIsDueForADisabledEndpointIsGivenUp() throws Exception {
        JsonNode endpoint = register("\"events\":[\"render.completed\"]");
        answerWith(aResponse().withStatus(500));
        api.post(RENDER, "{}");
        delivery(d -> d.at("/attempts/0/status").asInt() == 500);

        patch(endpoint, "{\"enabled\":false}");
        clock.advance(Duration.ofSeconds(10));

        // The dispatcher sees the moved clock when it is called, or looks by itself.
        patch(endpoint, "{\"description\":\"still off\"}");
        assertThat(delivery(d -> d.path("status").asText().equals("cancelled")).path("attempts"))
                .hasSize(1);
    }

    @Test
    void waitsAsLongAsTheReceiverAsksWithinBounds() {
        register("\"events\":[\"render.completed\"]");
        assertThat(waitAfter("120")).isEqualTo(Duration.ofSeconds(120));
        assertThat(waitAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().plusSeconds(300).atZone(ZoneOffset.UTC))))
                .isEqualTo(Duration.ofSeconds(300));
        assertThat(waitAfter("86400")).isEqualTo(Duration.ofHours(1));
        assertThat(waitAfter("1")).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        assertThat(waitAfter("soon")).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    }

    private Duration waitAfter(String retryAfter) {
        answerWith(aResponse().withStatus(503).withHeader("Retry-After", retryAfter));
        String render = api.post(RENDER, "{}").data().path("renderId").asText();
        JsonNode delivery = delivery(d -> d.path("body").asText().contains(render)
                && d.at("/attempts/0/status").asInt() == 503);
        return Duration.between(
                clock.instant(),
                java.time.Instant.parse(delivery.path("nextAttemptAt").asText()));
    }

    @Test
    void putsEveryAttemptOnRecordAndSendsAgainWhenAsked() throws Exception {
        JsonNode endpoint = register("\"events\":[\"render.completed\"]");
        answerWith(aResponse().withStatus(500).withBody("x".repeat(1_000_000)));
        api.post(RENDER, "{}");
        LoggedRequest first = next();

        JsonNode delivery = delivery(d -> d.at("/attempts/0/status").asInt() == 500);
        assertThat(delivery.path("webhookId").asText()).isEqualTo(id(endpoint));
        assertThat(delivery.path("body").asText()).isEqualTo(first.getBodyAsString());
        JsonNode attempt = delivery.at("/attempts/0");
        assertThat(attempt.at("/requestHeaders/" + WebhookSignature.HEADER).asText())
                .isEqualTo(first.getHeader(WebhookSignature.HEADER));
        assertThat(attempt.path("response").asText()).isEqualTo("x".repeat(4096));
        assertThat(attempt.path("durationMs").isNumber()).isTrue();

        answerWith(ok());
        api.post("/v1/webhooks/deliveries/" + id(delivery) + "/redeliver", "{}");
        assertThat(next().getBodyAsString()).isEqualTo(first.getBodyAsString());
        assertThat(delivery(d -> d.path("status").asText().equals("delivered")).path("attempts"))
                .hasSize(2);
    }

    @Test
    void oneSlowReceiverDelaysNoOther() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String slow = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            api.post("/v1/webhooks", "{\"url\":\"" + slow + "\",\"events\":[\"render.completed\"]}");
            for (int i = 0; i < 120; i++) {
                api.post(RENDER, "{\"async\":true}");
            }
            register("\"events\":[\"render.failed\"]");

            api.post(RENDER, "{\"dynamicData\":{\"fail\":true}}");

            assertThat(next().getHeader("X-Canvelete-Event")).isEqualTo("render.failed");
        }
    }

    @Test
    void dialsNoAddressInsideOfPrivateNetworksHoweverItIsSpelled() {
        for (String host :
                List.of("10.0.0.1", "169.254.169.254", "[::ffff:10.0.0.1]", "[fd00::1]", "167772161", "0.0.0.0")) {
            JsonNode endpoint = api.post("/v1/webhooks", "{\"url\":\"http://" + host + "/\"}")
                    .data();
            api.post("/v1/webhooks/" + id(endpoint) + "/test", "{}");
            assertThat(delivery(d -> d.path("url").asText().contains(host)
                                    && d.at("/attempts/0").has("error"))
                            .at("/attempts/0/error")
                            .asText())
                    .as(host)
                    .isEqualTo("addresses inside private networks are not dialled");
        }
    }

    @Test
    void dialsOnlyTheAllowedAddressesOfAName() throws Exception {
        answerWith(ok());
        for (String name : List.of("private", "metadata", "unique-local")) {
            JsonNode endpoint = api.post("/v1/webhooks", "{\"url\":\"http://" + name + TestNames.DOMAIN + "/\"}")
                    .data();
            api.post("/v1/webhooks/" + id(endpoint) + "/test", "{}");
            assertThat(delivery(d -> d.path("url").asText().contains(name)
                                    && d.at("/attempts/0").has("error"))
                            .at("/attempts/0/error")
                            .asText())
                    .as(name)
                    .isEqualTo("addresses inside private networks are not dialled");
        }

        JsonNode both = api.post(
                        "/v1/webhooks",
                        "{\"url\":\"http://both" + TestNames.DOMAIN + ":" + receiver.port() + "/hook\"}")
                .data();
        api.post("/v1/webhooks/" + id(both) + "/test", "{}");
        assertThat(next().getHeader("Host")).startsWith("both" + TestNames.DOMAIN);
    }

    @Test
    void loopbackCanBeRefusedToo() {
        try (MockServer strict = MockServer.start(
                ServerOptions.standard().withEngine("scripted").withWebhookDestinations(AddressPolicy.PUBLIC))) {
            Api there = Api.enterprise(strict);
            String port = Integer.toString(receiver.port());
            JsonNode endpoint = there.post("/v1/webhooks", "{\"url\":\"http://localhost:" + port + "/hook\"}")
                    .data();
            there.post("/v1/webhooks/" + id(endpoint) + "/test", "{}");
            assertThat(delivery(there, d -> d.at("/attempts/0").has("error"))
                            .at("/attempts/0/error")
                            .asText())
                    .contains("private networks");
            assertThat(received).isEmpty();
        }
    }

    @Test
    void refusesWhatIsWrongWithEveryFault() {
        Api.Answer answer = api.post("/v1/webhooks", """
                {"url":"ftp://example.com/","events":["render.exploded"],"signatureStyle":"md5","enabled":"yes"}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().path("details").findValuesAsText("path"))
                .containsExactlyInAnyOrder("url", "events", "signatureStyle", "enabled");
        for (String url : List.of("http://user:pw@example.com/", "http:///x", "https://a b/", "javascript:1", "")) {
            assertThat(api.post("/v1/webhooks", "{\"url\":\"" + url + "\"}").status())
                    .as(url)
                    .isEqualTo(400);
        }
        assertThat(api.post("/v1/webhooks", "{\"url\":\"http://a.example/\",\"secret\":\"short\"}")
                        .error()
                        .toString())
                .contains("printable ASCII");
        assertThat(api.post("/v1/webhooks", """
                        {"url":"http://a.example/","secret":"whsec_!!!!!!!!","signatureStyle":"standard"}""").error().toString()).contains("Base64");
        assertThat(api.get("/v1/webhooks").data()).isEmpty();
    }

    @Test
    void whoeverRemovesItGetsNothingMore() throws Exception {
        JsonNode endpoint = register("\"events\":[\"render.completed\"]");
        assertThat(Api.send(api.request("/v1/webhooks/" + id(endpoint)).DELETE())
                        .data()
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        api.post(RENDER, "{}");
        JsonNode other = register("\"events\":[\"*\"]");
        api.post("/v1/webhooks/" + id(other) + "/test", "{}");

        assertThat(next().getHeader("X-Canvelete-Event")).isEqualTo("webhook.test");
        assertThat(api.get("/v1/webhooks/" + id(endpoint)).status()).isEqualTo(404);
        assertThat(api.get("/v1/webhooks/deliveries").data()).hasSize(1);
    }

    private void answerWith(ResponseDefinitionBuilder answer) {
        receiver.stubFor(post("/hook").willReturn(answer));
    }

    private JsonNode register(String more) {
        Api.Answer answer = api.post("/v1/webhooks", "{\"url\":\"" + receiver.baseUrl() + "/hook\"," + more + "}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.data();
    }

    private void patch(JsonNode endpoint, String body) {
        Api.Answer answer = Api.send(api.request("/v1/webhooks/" + id(endpoint))
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.status()).isEqualTo(200);
    }

    private JsonNode get(JsonNode endpoint) {
        return api.get("/v1/webhooks/" + id(endpoint)).data();
    }

    /** The newest delivery that is as wanted, once there is one. */
    private JsonNode delivery(Predicate<JsonNode> wanted) {
        return delivery(api, wanted);
    }

    private static JsonNode delivery(Api api, Predicate<JsonNode> wanted) {
        while (true) {
            for (JsonNode delivery : api.get("/v1/webhooks/deliveries").data()) {
                if (wanted.test(delivery)) {
                    return delivery;
                }
            }
        }
    }

    private LoggedRequest next() throws InterruptedException, IOException {
        LoggedRequest request = received.poll(60, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no webhook came");
        }
        OpenApiContract.checkEvent(Json.mapper().readTree(request.getBody()));
        return request;
    }

    private boolean isSigned(LoggedRequest request, String secret) {
        Map<String, String> headers = request.getHeaders().all().stream()
                .collect(Collectors.toMap(header -> header.key(), header -> header.firstValue()));
        return WebhookSignature.verify(
                headers, request.getBody(), List.of(secret), clock.instant(), Duration.ofSeconds(60));
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    private static String secret(JsonNode endpoint) {
        return endpoint.path("secret").asText();
    }
}
