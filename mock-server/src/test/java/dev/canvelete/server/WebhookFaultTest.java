package dev.canvelete.server;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.server.admin.World;
import dev.canvelete.server.fault.Latency;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.fault.WebhookFault;
import dev.canvelete.server.fault.WebhookMatch;
import dev.canvelete.server.match.JsonCondition;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookFaultTest {
    private static final WebhookMatch ANY = WebhookMatch.ANY;

    private final WireMockServer receiver = new WireMockServer(options().dynamicPort());
    private final BlockingQueue<LoggedRequest> received = new LinkedBlockingQueue<>();
    private final MockServer server = MockServer.start(ServerOptions.standard()
            .withEngine("placeholder")
            .withWebhookSecret("s3cret-of-8")
            .withWebhookRetries(List.of(Duration.ofMinutes(1))));
    private final World world = server.control().worlds().create(Plan.ENTERPRISE);
    private final Api api = new Api(server.baseUri(), world.apiKey());

    @BeforeEach
    void listen() {
        receiver.start();
        receiver.stubFor(any(anyUrl()).willReturn(ok()));
        receiver.addMockServiceRequestListener(
                (Request request, Response response) -> received.add(LoggedRequest.createFrom(request)));
        server.control().clock().freeze();
    }

    @AfterEach
    void close() {
        server.close();
        receiver.stop();
    }

    @Test
    void dropsADeliveryWhichIsTriedAgainWhenItsTimeHasCome() throws Exception {
        add(Scenario.times(1, new WebhookFault.Drop(to("/a"))));

        submit("/a");
        submit("/b");

        assertThat(next().getUrl()).isEqualTo("/b");
        awaitFailedAttempt("/a");
        server.control().clock().advance(Duration.ofMinutes(2));
        assertThat(next().getUrl()).isEqualTo("/a");
    }

    @Test
    void holdsADeliveryBackByTheClock() throws Exception {
        add(Scenario.times(1, new WebhookFault.Delay(to("/slow"), Latency.fixed(Duration.ofMinutes(10)))));

        submit("/slow");
        submit("/quick");
        assertThat(next().getUrl()).isEqualTo("/quick");
        server.control().clock().advance(Duration.ofMinutes(10));

        assertThat(next().getUrl()).isEqualTo("/slow");
    }

    @Test
    void signsAsIfADeliveryHadBeenOnItsWayForLong() throws Exception {
        register("/hook", "timestamped");
        add(Scenario.times(1, new WebhookFault.Stale(ANY, Duration.ofMinutes(6))));

        api.finished(Api.batch(1, "badge_template"));
        LoggedRequest stale = next();
        api.finished(Api.batch(1, "badge_template"));
        LoggedRequest fresh = next();

        assertThat(genuine(stale, "s3cret-of-8")).isFalse();
        assertThat(genuine(fresh, "s3cret-of-8")).isTrue();
    }

    @Test
    void deliversSeveralTimes() throws Exception {
        add(Scenario.times(1, new WebhookFault.Duplicate(ANY, 2)));

        submit("/hook");

        String first = next().getBodyAsString();
        assertThat(List.of(next().getBodyAsString(), next().getBodyAsString())).containsOnly(first);
        submit("/last");
        assertThat(next().getUrl()).isEqualTo("/last");
    }

    @Test
    void letsTheNextDeliveryOvertake() throws Exception {
        add(Scenario.times(1, new WebhookFault.Reorder(to("/first"), Duration.ofSeconds(60))));

        submit("/first");
        submit("/second");

        assertThat(List.of(next().getUrl(), next().getUrl())).containsExactly("/second", "/first");
    }

    @Test
    void signsWithAWrongSecretAndWithAnOldOne() throws Exception {
        add(Scenario.times(1, new WebhookFault.WrongSignature(ANY)));
        add(Scenario.times(1, new WebhookFault.OldSecret(ANY, "0ld")));

        submit("/hook");
        LoggedRequest wrong = next();
        submit("/hook");
        LoggedRequest old = next();
        submit("/hook");

        assertThat(genuine(wrong, "s3cret-of-8") || genuine(wrong, "0ld")).isFalse();
        assertThat(genuine(old, "s3cret-of-8")).isFalse();
        assertThat(genuine(old, "0ld")).isTrue();
        assertThat(genuine(next(), "s3cret-of-8")).isTrue();
    }

    @Test
    void cutsTheBodyOff() throws Exception {
        add(Scenario.times(1, new WebhookFault.Truncate(ANY, 10)));

        submit("/hook");

        assertThat(next().getBody()).hasSize(10);
    }

    @Test
    void strikesByEventReceiverAndBody() throws Exception {
        add(Scenario.always(new WebhookFault.Truncate(
                new WebhookMatch(
                        "batch.completed", "*/hook", List.of(JsonCondition.equal("/data/totalRenders", Json.tree(2)))),
                5)));

        submit("/hook");
        assertThat(next().getBody().length).isGreaterThan(5);
        api.finished(Api.batch(2, "badge_template").replace("]}", "],\"webhook\":\"" + receiver.url("/hook") + "\"}"));
        assertThat(next().getBody()).hasSize(5);
    }

    private void register(String path, String style) throws IOException, InterruptedException {
        String body =
                "{\"url\":\"%s\",\"events\":[\"batch.completed\"],\"secret\":\"s3cret-of-8\",\"signatureStyle\":\"%s\"}"
                        .formatted(receiver.url(path), style);
        HttpResponse<String> registered = HttpClient.newHttpClient()
                .send(
                        api.request("/v1/webhooks")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
    }

    /** Deliveries run beside each other: which one a fault is for must be said. */
    private static WebhookMatch to(String path) {
        return new WebhookMatch(null, "*" + path, List.of());
    }

    private void awaitFailedAttempt(String path) {
        boolean failed = false;
        while (!failed) {
            for (JsonNode delivery : api.get("/v1/webhooks/deliveries").data()) {
                failed |= delivery.path("url").asText().endsWith(path)
                        && delivery.at("/attempts/0/error").isTextual();
            }
        }
    }

    private boolean genuine(LoggedRequest request, String secret) throws IOException {
        Instant now = server.control().clock().instant();
        return WebhookSignature.verify(
                Map.of(WebhookSignature.HEADER, request.getHeader(WebhookSignature.HEADER)),
                request.getBody(),
                List.of(secret),
                now,
                Duration.ofMinutes(5));
    }

    private void add(Scenario scenario) {
        server.control().faults().add(scenario.in(world.id()));
    }

    private void submit(String path) {
        api.finished(Api.batch(1, "badge_template").replace("]}", "],\"webhook\":\"" + receiver.url(path) + "\"}"));
    }

    private LoggedRequest next() throws InterruptedException {
        LoggedRequest request = received.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no webhook came");
        }
        return request;
    }
}
