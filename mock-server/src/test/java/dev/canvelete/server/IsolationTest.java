package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.fault.RenderFault;
import dev.canvelete.server.fault.RenderMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.journal.Count;
import dev.canvelete.server.journal.Journal;
import dev.canvelete.server.journal.JournalEntry;
import dev.canvelete.server.journal.RequestPattern;
import dev.canvelete.server.testing.MockWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsolationTest {
    @Test
    void aThousandWorldsInEightThreadsNeverSeeEachOther() throws Exception {
        try (MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> tests = IntStream.range(0, 1000)
                    .mapToObj(i -> threads.submit(() -> test(server, i)))
                    .toList();
            for (Future<Boolean> test : tests) {
                assertThat(test.get()).isTrue();
            }
            assertThat(server.control().faults().list(null)).isEmpty();
            assertThat(server.control().journal().find(null, RequestPattern.ANY, 10_000))
                    .isEmpty();
        }
    }

    /** A render of its own fails in every second world, and each sees its own three or so requests. */
    private static boolean test(MockServer server, int number) {
        try (MockWorld world = MockWorld.open(server, Plan.FREE)) {
            boolean fails = number % 2 == 0;
            if (fails) {
                world.fault(Scenario.times(
                        1, new RenderFault.Fail(RenderMatch.ANY, ErrorCode.RENDER_FAILED, "world " + number, null)));
            }
            Api api = new Api(server.baseUri(), world.apiKey());
            JsonNode batch = api.finished(Api.batch(1, "badge_template"));

            assertThat(batch.path("status").asText()).isEqualTo(fails ? "failed" : "completed");
            assertThat(batch.at("/renders/0/error/message").asText()).isEqualTo(fails ? "world " + number : "");
            assertThat(api.get("/v1/render/batches")
                            .body()
                            .at("/pagination/total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(world.verify(
                                    RequestPattern.of("POST", "/v1/render/batch"),
                                    Count.exactly(1),
                                    Duration.ofSeconds(20))
                            .holds())
                    .isTrue();
            return true;
        }
    }

    @Test
    void theJournalTakesNoMoreMemoryThanItMay() {
        Journal journal = new Journal();
        String large = "x".repeat(64 * 1024);
        for (int i = 0; i < 2000; i++) {
            journal.add(entry(journal, "chatty", "small"));
        }
        journal.add(entry(journal, "quiet", "small"));
        assertThat(journal.count("chatty", RequestPattern.ANY)).isEqualTo(Journal.MOST_PER_WORLD);
        assertThat(journal.count("quiet", RequestPattern.ANY)).isEqualTo(1);

        for (int i = 0; i < 2000; i++) {
            journal.add(entry(journal, "world " + i, large));
        }

        long kept = journal.count(null, RequestPattern.ANY);
        assertThat(kept * 2 * large.length()).isLessThanOrEqualTo(Journal.MOST_BYTES);
        assertThat(journal.count("world 1999", RequestPattern.ANY)).isEqualTo(1);
    }

    private static JournalEntry entry(Journal journal, String world, String body) {
        return new JournalEntry(
                journal.nextId(),
                Instant.EPOCH,
                0,
                world,
                new JournalEntry.Request("POST", "/v1/x", null, Map.of(), body),
                new JournalEntry.Answer(200, Map.of(), 0, null),
                List.of(),
                null);
    }
}
