package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.fault.Latency;
import dev.canvelete.server.fault.RenderFault;
import dev.canvelete.server.fault.RenderMatch;
import dev.canvelete.server.testing.MockWorld;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What one world does to its clock, and another does not feel. */
@ParameterizedClass
@EnumSource
class WorldClockTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final MovableClock machine = new MovableClock();
    private final MockServer server;
    private final MockWorld moved;
    private final MockWorld other;

    WorldClockTest(TestDatabase database) {
        this.server = MockServer.start(database.options()
                .withEngine("placeholder")
                .withClock(machine)
                .withWebhookRetries(List.of(Duration.ofHours(1))));
        this.moved = MockWorld.open(server, Plan.FREE);
        this.other = MockWorld.open(server, Plan.FREE);
    }

    @AfterEach
    void close() {
        moved.close();
        other.close();
        server.close();
    }

    @Test
    void rateWindowsFollowIt() {
        for (MockWorld world : List.of(moved, other)) {
            for (int i = 0; i < 10; i++) {
                assertThat(api(world).get("/v1/designs").status()).isEqualTo(200);
            }
            assertThat(api(world).get("/v1/designs").status()).isEqualTo(429);
        }

        moved.clock().advance(Duration.ofHours(1));

        Api.Answer again = api(moved).get("/v1/designs");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("X-RateLimit-Reset"))
                .isEqualTo(
                        Long.toString(machine.instant().plusSeconds(3600 + 60).getEpochSecond()));
        assertThat(api(other).get("/v1/designs").status()).isEqualTo(429);
    }

    @Test
    void webhooksAreTriedAgainByIt() {
        for (MockWorld world : List.of(moved, other)) {
            world.webhooks().answerNextWith(500);
            submit(world);
            assertThat(world.webhooks().await(1, SOON)).hasSize(1);
            awaitRetryOf(world);
        }

        moved.clock().advance(Duration.ofHours(1));

        assertThat(moved.webhooks().await(2, SOON)).hasSize(2);
        assertThat(moved.webhooks()
                        .received()
                        .getLast()
                        .signedWith("whsec_local", machine.instant().plus(Duration.ofHours(1))))
                .isTrue();
        assertThat(other.webhooks().received()).hasSize(1);
        assertThat(other.deliveries().getFirst().status()).isEqualTo("pending");

        server.control().clock().advance(Duration.ofHours(1));
        assertThat(other.webhooks().await(2, SOON)).hasSize(2);
    }

    private static void submit(MockWorld world) {
        api(world)
                .finished(Api.batch(1, "badge_template")
                        .replaceFirst(
                                "\\{", "{\"webhook\":\"" + world.webhooks().url() + "\","));
    }

    private static void awaitRetryOf(MockWorld world) {
        while (world.deliveries().getFirst().attempts().getFirst().status() == null) {
            Thread.onSpinWait();
        }
    }

    @Test
    void rendersThatTakeTheirTimeTakeIts() {
        for (MockWorld world : List.of(moved, other)) {
            world.fault(new RenderFault.Slow(RenderMatch.ANY, new Latency.Fixed(Duration.ofHours(1), false)));
        }
        String slow = start(moved);
        String slower = start(other);
        awaitBegin(moved, slow);

        moved.clock().advance(Duration.ofHours(2));

        JsonNode batch = api(moved).ended(slow);
        assertThat(Instant.parse(batch.path("completedAt").asText()))
                .isEqualTo(machine.instant().plus(Duration.ofHours(2)));
        assertThat(Instant.parse(batch.path("createdAt").asText())).isEqualTo(machine.instant());
        assertThat(api(other)
                        .get("/v1/render/batch/" + slower)
                        .data()
                        .path("status")
                        .asText())
                .isEqualTo("processing");
    }

    private static void awaitBegin(MockWorld world, String batch) {
        while (api(world)
                .get("/v1/render/batch/" + batch)
                .data()
                .path("renders")
                .get(0)
                .path("status")
                .asText()
                .equals("queued")) {
            Thread.onSpinWait();
        }
    }

    private static String start(MockWorld world) {
        return api(world)
                .post("/v1/render/batch", Api.batch(1, "badge_template"))
                .data()
                .path("batchId")
                .asText();
    }

    @Test
    void whatIsRememberedForADayIsForgottenByIt() {
        String first = once(moved);
        String others = once(other);

        moved.clock().advance(Duration.ofHours(25));

        assertThat(once(moved)).isNotEqualTo(first);
        assertThat(once(other)).isEqualTo(others);
    }

    private static String once(MockWorld world) {
        return Api.send(api(world)
                        .request("/v1/designs")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "each time the same")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .data()
                .path("id")
                .asText();
    }

    @Test
    void keysExpireByIt() {
        Instant tomorrow = machine.instant().plus(Duration.ofDays(1));
        Api keyOfMoved = new Api(server.baseUri(), key(moved, tomorrow));
        Api keyOfOther = new Api(server.baseUri(), key(other, tomorrow));

        moved.clock().set(tomorrow);

        assertThat(keyOfMoved.get("/v1/designs").status()).isEqualTo(401);
        assertThat(keyOfOther.get("/v1/designs").status()).isEqualTo(200);
    }

    private static String key(MockWorld world, Instant expires) {
        return api(world)
                .post("/api/automation/api-keys", "{\"name\":\"A day's\",\"expiresAt\":\"" + expires + "\"}")
                .data()
                .path("key")
                .asText();
    }

    @Test
    void uploadsThatAreExpectedAreExpectedByIt() {
        String ofMoved = expectUpload(moved);
        String ofOther = expectUpload(other);

        moved.clock().advance(Duration.ofMinutes(61));
        expectUpload(moved);

        assertThat(upload(ofMoved).statusCode()).isEqualTo(404);
        assertThat(upload(ofOther).statusCode()).isEqualTo(200);
    }

    private static String expectUpload(MockWorld world) {
        return api(world)
                .post("/api/assets/upload-signature", "{\"filename\":\"logo.svg\"}")
                .body()
                .path("uploadUrl")
                .asText();
    }

    private HttpResponse<byte[]> upload(String target) {
        return Api.bytes(HttpRequest.newBuilder(server.baseUri().resolve(target))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"logo.svg\"\r\n\r\n"
                                + "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\r\n--edge--\r\n")));
    }

    @Test
    void theServersClockMovesAllButWhatStandsStill() {
        moved.clock().freeze();
        other.clock().advance(Duration.ofMinutes(1));
        Instant start = machine.instant();

        server.control().clock().advance(Duration.ofDays(1));

        assertThat(moved.clock().instant()).isEqualTo(start);
        assertThat(other.clock().instant())
                .isEqualTo(start.plus(Duration.ofDays(1)).plusSeconds(60));
        moved.reset();
        assertThat(moved.clock().frozen()).isFalse();
        assertThat(moved.clock().instant()).isEqualTo(start.plus(Duration.ofDays(1)));
    }

    @Test
    void theControlPlaneMovesItToo() {
        Api admin = new Api(server.baseUri(), "none");
        JsonNode reading = admin.post(
                        "/__admin/clock", "{\"world\":\"%s\",\"advance\":\"1h\"}".formatted(moved.apiKey()))
                .data();

        assertThat(Instant.parse(reading.path("now").asText()))
                .isEqualTo(machine.instant().plusSeconds(3600));
        assertThat(admin.get("/__admin/clock?world=" + moved.id()).data()).isEqualTo(reading);
        assertThat(admin.get("/__admin/clock").data().path("aheadMillis").asLong())
                .isZero();
        assertThat(other.clock().ahead()).isZero();
        assertThat(admin.post("/__admin/clock", "{\"world\":\"nobody\",\"advance\":\"1h\"}")
                        .status())
                .isEqualTo(404);
    }

    private static Api api(MockWorld world) {
        return new Api(world.baseUri(), world.apiKey());
    }
}
