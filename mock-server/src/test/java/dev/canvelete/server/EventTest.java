package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.server.testing.WebhookInbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Endpoints are told of everything that changes, and only of what did. */
@ParameterizedClass
@EnumSource
class EventTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WebhookInbox inbox = WebhookInbox.open();
    private final MockServer server;
    private final Api api;

    EventTest(TestDatabase database) {
        server = MockServer.start(database.options().withEngine("scripted").withClock(new MovableClock()));
        api = new Api(server.baseUri(), "cvt_test_teams");
    }

    @AfterEach
    void close() {
        server.close();
        inbox.close();
    }

    private void want(String... events) {
        assertThat(api.post(
                                "/v1/webhooks",
                                "{\"url\":\"" + inbox.url() + "\",\"events\":[\"" + String.join("\",\"", events)
                                        + "\"]}")
                        .status())
                .isEqualTo(200);
    }

    /** So many events, as their types and data; they may come in any order. */
    private List<String> told(int count) {
        return inbox.await(count, PATIENCE).stream()
                .peek(webhook -> OpenApiContract.checkEvent(webhook.json()))
                .map(webhook ->
                        webhook.event().eventType() + " " + webhook.event().data())
                .toList();
    }

    @Test
    void ofDesignsInWhicheverDialectTheyAreChanged() {
        want("design.created", "design.updated", "design.deleted");

        String id = api.post("/v1/designs", "{\"name\":\"Card\",\"width\":30,\"height\":20}")
                .data()
                .path("id")
                .asText();
        api.send("PATCH", "/v1/designs/" + id, "{\"width\":0}");
        api.send("PATCH", "/api/designs/" + id + "/canvas/resize", "{\"width\":40,\"height\":20}");
        api.send("DELETE", "/v1/designs/badge_template", "");
        api.send("DELETE", "/api/automation/designs/" + id, "");
        Api.enterprise(server).post("/v1/designs", "{\"name\":\"Somebody else's\"}");

        String data = " {\"designId\":\"" + id + "\",\"name\":\"Card\",\"status\":\"draft\",\"version\":";
        assertThat(told(3))
                .containsExactlyInAnyOrder(
                        "design.created" + data + "1}", "design.updated" + data + "2}", "design.deleted" + data + "2}");
    }

    @Test
    void ofExportsThatHaveSucceeded() {
        want("export.completed", "render.failed");
        Api.bytes(api.request("/api/automation/designs/product_card/export?format=pdf")
                .GET());
        api.post("/v1/render/design/product_card", "{\"format\":\"pdf\"}");
        api.post("/v1/render/design/product_card", "{\"dynamicData\":{\"fail\":true}}");

        List<JsonNode> events =
                inbox.await(2, PATIENCE).stream().map(webhook -> webhook.json()).toList();
        assertThat(events)
                .extracting(event -> event.path("eventType").asText())
                .containsExactlyInAnyOrder("export.completed", "render.failed");
        events.forEach(OpenApiContract::checkEvent);
        JsonNode data = events.stream()
                .map(event -> event.path("data"))
                .filter(event -> event.path("status").asText().equals("completed"))
                .findFirst()
                .orElseThrow();
        assertThat(data.path("designId").asText()).isEqualTo("product_card");
        assertThat(data.path("downloadUrl").asText())
                .isEqualTo(
                        server.baseUri() + "/renders/" + data.path("renderId").asText() + ".pdf");
        assertThat(data.path("metadata").toString())
                .isEqualTo("{\"format\":\"pdf\",\"width\":1,\"height\":1,\"fileSize\":1}");
    }

    @Test
    void ofBatchesAndTheirRenders() {
        want("render.completed", "render.failed", "batch.completed");
        api.finished("""
                {"renders":[{"templateId":"badge_template"},{"templateId":"none"}]}""");

        assertThat(told(3))
                .extracting(event -> event.substring(0, event.indexOf(' ')))
                .containsExactlyInAnyOrder("render.completed", "render.failed", "batch.completed");
    }

    @Test
    void ofPlansAndSeats() {
        want("subscription.updated");
        String world = "/__admin/worlds/teams/plan";

        api.post("/api/v1/billing/seats/add", "{\"count\":2}");
        api.post("/api/v1/billing/seats/add", "{\"count\":0}");
        api.post(world, "{\"plan\":\"teams\"}");
        api.post(world, "{\"plan\":\"enterprise\"}");
        api.post(world, "{\"plan\":\"enterprise\"}");

        assertThat(api.post("/__admin/worlds/nobody/plan", "{\"plan\":\"free\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v1/webhooks/deliveries")
                        .body()
                        .at("/pagination/total")
                        .asInt())
                .isEqualTo(2);
        String month = "\"currentPeriodStart\":\"2026-03-01T00:00:00Z\",\"currentPeriodEnd\":\"2026-04-01T00:00:00Z\"}";
        assertThat(told(2))
                .containsExactlyInAnyOrder(
                        "subscription.updated {\"plan\":\"teams\",\"status\":\"active\",\"seats\":7," + month,
                        "subscription.updated {\"plan\":\"enterprise\",\"status\":\"active\",\"seats\":27," + month);
        assertThat(api.get("/api/v1/billing/info").data().path("plan").asText()).isEqualTo("enterprise");
    }
}
