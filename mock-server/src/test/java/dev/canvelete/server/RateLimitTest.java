package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.testing.MockWorld;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RateLimitTest {
    private final MovableClock clock = new MovableClock();
    private final ServerOptions options;
    private final MockServer server;
    private final Api free;

    RateLimitTest(TestDatabase database) {
        options = database.options().withEngine("placeholder").withClock(clock);
        server = MockServer.start(options);
        free = Api.free(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void countsDownAndStartsAnewWhenTheMinuteIsOver() {
        for (int left = 9; left >= 0; left--) {
            Api.Answer answer = free.get("/v1/designs");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("10");
            assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
            assertThat(Long.parseLong(answer.header("X-RateLimit-Reset")))
                    .isEqualTo(clock.instant().plusSeconds(60).getEpochSecond());
        }
        clock.advance(Duration.ofSeconds(20));
        Api.Answer refused = free.get("/v1/nothing");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isEqualTo("40");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.error().path("details").path("limit").asText()).isEqualTo("requestsPerMinute");

        clock.advance(Duration.ofSeconds(40));
        assertThat(free.get("/v1/designs").status()).isEqualTo(200);
    }

    @Test
    void refusesTheEleventhFreeBatchOfAnHour() {
        submit(10);
        clock.advance(Duration.ofMinutes(1));

        Api.Answer refused = free.post("/v1/render/batch", Api.batch(1, "badge_template"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error().path("details").path("limit").asText()).isEqualTo("batchRequestsPerHour");
        assertThat(refused.header("Retry-After")).isEqualTo("3540");
        clock.advance(Duration.ofHours(1));
        assertThat(free.post("/v1/render/batch", Api.batch(1, "badge_template")).status())
                .isEqualTo(200);
    }

    @Test
    void aRefusedBatchDoesNotCount() {
        for (int i = 0; i < 10; i++) {
            assertThat(free.post("/v1/render/batch", Api.batch(11, "badge_template"))
                            .status())
                    .isEqualTo(400);
        }
        clock.advance(Duration.ofMinutes(1));
        submit(10);
    }

    @Test
    void letsExactlyTheLimitThroughHoweverManyAskAtOnce() throws Exception {
        assertThat(letThrough(free, free)).isEqualTo(10);
    }

    @Test
    void machinesOnOneDatabaseCountTogether() throws Exception {
        assumeTrue(options.database().isPresent(), "an embedded database belongs to one machine");
        try (MockServer other = MockServer.start(options)) {
            assertThat(letThrough(free, Api.free(other))).isEqualTo(10);
        }
    }

    private static int letThrough(Api one, Api other) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(100)) {
            List<Future<Integer>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(
                            () -> (i % 2 == 0 ? one : other).get("/v1/designs").status()))
                    .toList();
            int through = 0;
            for (Future<Integer> answer : answers) {
                through += answer.get() == 200 ? 1 : 0;
            }
            return through;
        }
    }

    @Test
    void tellsWhoeverIsNotLimitedSo() {
        assertThat(Api.enterprise(server).get("/v1/designs").header("X-RateLimit-Remaining"))
                .isEqualTo("2147483647");
    }

    @Test
    void anotherPlanHasItsOwnLimitsAtOnceAndTheFirstItsCountOnceMore() {
        for (int i = 0; i < 10; i++) {
            free.get("/v1/designs");
        }
        assertThat(free.get("/v1/designs").status()).isEqualTo(429);

        server.control().worlds().changePlan("free", Plan.INDIVIDUAL);

        Api.Answer more = free.get("/v1/designs");
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.header("X-RateLimit-Limit")).isEqualTo("60");
        assertThat(more.header("X-RateLimit-Remaining")).isEqualTo("59");

        server.control().worlds().changePlan("free", Plan.FREE);

        assertThat(free.get("/v1/designs").status()).isEqualTo(429);
    }

    @Test
    void nothingIsCountedYetWhenTheClockIsSetBack() {
        server.control().clock().advance(Duration.ofDays(1));
        for (int i = 0; i < 10; i++) {
            free.get("/v1/designs");
        }
        assertThat(free.get("/v1/designs").status()).isEqualTo(429);

        server.control().clock().reset();

        Api.Answer again = free.get("/v1/designs");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("X-RateLimit-Remaining")).isEqualTo("9");
        assertThat(again.header("X-RateLimit-Reset"))
                .isEqualTo(Long.toString(clock.instant().plusSeconds(60).getEpochSecond()));
    }

    @Test
    void aWorldThatGoesBackInTimeTakesNobodyWithIt() {
        free.get("/v1/designs");
        try (MockWorld world = MockWorld.open(server, Plan.FREE)) {
            Api other = new Api(server.baseUri(), world.apiKey());
            world.clock().advance(Duration.ofHours(1));
            other.get("/v1/designs");

            world.clock().set(clock.instant());

            assertThat(other.get("/v1/designs").header("X-RateLimit-Remaining")).isEqualTo("9");
            assertThat(free.get("/v1/designs").header("X-RateLimit-Remaining")).isEqualTo("8");
        }
    }

    private void submit(int batches) {
        for (int i = 0; i < batches; i++) {
            assertThat(free.post("/v1/render/batch", Api.batch(1, "badge_template"))
                            .status())
                    .isEqualTo(200);
        }
    }
}
