package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SdkUsageTest {
    private final MovableClock clock = new MovableClock();
    private final MockServer server;
    private final Api teams;

    SdkUsageTest(TestDatabase database) {
        server = MockServer.start(database.options().withEngine("scripted").withClock(clock));
        teams = new Api(server.baseUri(), "cvt_test_teams");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void onlyRendersThatCompletedCostCredits() {
        render(teams, "png", "");
        render(teams, "jpg", "");
        render(teams, "png", "\"fail\":1");
        render(Api.enterprise(server), "png", "");

        JsonNode stats = teams.get("/api/v1/usage/stats").data();

        assertThat(stats.path("renders").asInt()).isEqualTo(2);
        assertThat(stats.path("creditsUsed").asInt()).isEqualTo(2);
        assertThat(stats.path("creditLimit").asInt()).isEqualTo(20_000);
        assertThat(stats.path("creditsRemaining").asInt()).isEqualTo(19_998);
        assertThat(stats.path("storageUsed").asInt()).isEqualTo(1);
        assertThat(stats.path("apiCalls").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(stats.path("apiCallLimit").asInt()).isEqualTo(15_000 * 31 * 24);
    }

    @Test
    void aFileThatSeveralRendersShareIsStoredOnce() {
        render(teams, "png", "\"content\":\"abc\"");
        render(teams, "png", "\"content\":\"abc\"");
        render(teams, "jpg", "\"content\":\"abc\"");
        render(teams, "png", "\"content\":\"de\"");

        assertThat(teams.get("/api/v1/usage/stats").data().path("storageUsed").asInt())
                .isEqualTo(5);
    }

    @Test
    void callsAreCountedByEndpointWithoutTheirIds() {
        teams.get("/api/v1/render/status/render_that_is_not_there");
        teams.get("/api/v1/render/status/another_one");
        teams.get("/v1/designs");
        teams.get("/api/junk");
        new Api(server.baseUri(), "cvt_wrong").get("/v1/designs");

        JsonNode stats = teams.get("/api/v1/usage/api-stats").data();

        assertThat(stats.path("endpoints").toString())
                .isEqualTo("{\"GET /api/v1/render/status/{renderId}\":2,\"GET /v1/designs\":1,\"other\":1}");
        assertThat(stats.path("totalCalls").asInt()).isEqualTo(4);
        assertThat(stats.path("period").asText()).isEqualTo("month");
    }

    @Test
    void everyMonthBeginsAnew() {
        render(teams, "png", "");
        clock.advance(Duration.ofDays(31));

        JsonNode stats = teams.get("/api/v1/usage/stats").data();

        assertThat(stats.path("creditsUsed").asInt()).isZero();
        assertThat(stats.path("apiCalls").asInt()).isZero();
        assertThat(stats.path("storageUsed").asInt()).isEqualTo(1);
    }

    @Test
    void theHistoryHasEveryRenderThatCostSomething() {
        String first = render(teams, "png", "");
        clock.advance(Duration.ofDays(1));
        String second = render(teams, "pdf", "");

        JsonNode all = teams.get("/api/v1/usage/history?page=1&limit=20").body();
        JsonNode later = teams.get(
                        "/api/v1/usage/history?startDate=2026-03-02T00:00:00%2B00:00&endDate=2026-03-03T00:00:00.123456")
                .data();

        assertThat(all.path("data").findValuesAsText("renderId")).containsExactly(second, first);
        assertThat(all.path("data").get(0).path("creditsUsed").asInt()).isEqualTo(1);
        assertThat(all.path("data").get(0).path("type").asText()).isEqualTo("render");
        assertThat(all.path("data").get(0).path("timestamp").asText()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(all.path("pagination").path("total").asInt()).isEqualTo(2);
        assertThat(later.findValuesAsText("renderId")).containsExactly(second);
        assertThat(teams.get("/api/v1/usage/history?startDate=yesterday").status())
                .isEqualTo(422);
    }

    @Test
    void activitiesAreWhatTheAccountDid() {
        clock.advance(Duration.ofSeconds(1));
        render(teams, "png", "\"fail\":1");
        clock.advance(Duration.ofSeconds(1));
        teams.post("/v1/designs", "{\"name\":\"mine\"}");

        JsonNode activities = teams.get("/api/usage/activities?limit=2").body();

        assertThat(activities.path("data").findValuesAsText("action"))
                .containsExactly("design.created", "render.failed");
        assertThat(activities.path("data").get(0).path("details").path("id").asText())
                .startsWith("design_");
        assertThat(activities.path("pagination").path("total").asInt()).isEqualTo(3);
    }

    @Test
    void analyticsKnowPeakTrendAndFormats() {
        render(teams, "png", "");
        clock.advance(Duration.ofDays(5));
        render(teams, "pdf", "");
        render(teams, "png", "");

        JsonNode week = teams.get("/api/usage/analytics?period=week").data();

        assertThat(week.path("totalRenders").asInt()).isEqualTo(3);
        assertThat(week.path("averagePerDay").asDouble()).isEqualTo(0.43);
        assertThat(week.path("peakDay").asText()).isEqualTo("2026-03-06");
        assertThat(week.path("trend").asText()).isEqualTo("increasing");
        assertThat(week.path("breakdown").toString()).isEqualTo("{\"pdf\":1,\"png\":2}");
        assertThat(teams.get("/api/usage/analytics").data().path("totalRenders").asInt())
                .isEqualTo(3);
        assertThat(teams.get("/api/usage/analytics?period=decade").status()).isEqualTo(422);
    }

    @Test
    void billingFollowsThePlanAndItsPurchases() {
        clock.advance(Duration.ofDays(31));
        JsonNode info = teams.get("/api/v1/billing/info").data();
        assertThat(info.path("plan").asText()).isEqualTo("teams");
        assertThat(info.path("status").asText()).isEqualTo("active");
        assertThat(info.path("nextBillingDate").asText()).isEqualTo("2026-05-01T00:00:00Z");

        JsonNode sale = teams.post("/api/v1/billing/credits/purchase", "{\"creditAmount\":500}")
                .data();
        assertThat(sale.path("newBalance").asInt()).isEqualTo(20_500);

        JsonNode invoices = teams.get("/api/v1/billing/invoices").body();
        assertThat(invoices.path("data").findValuesAsText("amount")).containsExactly("5.00", "49.00", "49.00");
        assertThat(invoices.path("data").findValuesAsText("currency")).containsOnly("USD");
        JsonNode summary = teams.get("/api/v1/billing/summary").data();
        assertThat(summary.path("totalSpent").asDouble()).isEqualTo(103);
        assertThat(summary.path("currentMonth").asDouble()).isEqualTo(54);
        assertThat(summary.path("averageMonthly").asDouble()).isEqualTo(51.5);
        assertThat(Api.free(server).get("/api/v1/billing/invoices").data()).isEmpty();
        assertThat(teams.get("/api/billing/portal").body().path("url").asText()).startsWith("http");
    }

    @Test
    void seatsComeAndGo() {
        assertThat(teams.get("/api/v1/billing/seats").data().path("total").asInt())
                .isEqualTo(5);
        assertThat(teams.post("/api/v1/billing/seats/add", "{\"count\":2}")
                        .data()
                        .path("available")
                        .asInt())
                .isEqualTo(6);
        assertThat(removeSeats(2).data().path("total").asInt()).isEqualTo(5);
        assertThat(removeSeats(1).body().path("error").asText()).isEqualTo("count: at most the 0 added seats can go");
        assertThat(teams.post("/api/v1/billing/seats/add", "{\"count\":0}").status())
                .isEqualTo(422);
    }

    private Api.Answer removeSeats(int count) {
        return Api.send(teams.request("/api/v1/billing/seats/remove")
                .header("Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofString("{\"count\":" + count + "}")));
    }

    /** Renders and gives the render's id, whatever becomes of it. */
    private static String render(Api api, String format, String data) {
        String body = "{\"renders\":[{\"designId\":\"product_card\",\"format\":\"" + format + "\",\"dynamicData\":{"
                + data + "}}]}";
        JsonNode batch = api.finished(body);
        return batch.path("renders").get(0).path("renderId").asText();
    }
}
