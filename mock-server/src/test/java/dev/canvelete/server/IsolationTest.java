package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.admin.Control;
import dev.canvelete.server.fault.RenderFault;
import dev.canvelete.server.fault.RenderMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.journal.Count;
import dev.canvelete.server.journal.Journal;
import dev.canvelete.server.journal.JournalEntry;
import dev.canvelete.server.journal.RequestPattern;
import dev.canvelete.server.junit.CanveleteMock;
import dev.canvelete.server.testing.MockWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class IsolationTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aThousandTestMethodsInEightThreadsNeverSeeEachOther() {
        SummaryGeneratingListener results = new SummaryGeneratingListener();

        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(ThousandTests.class))
                                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                                .configurationParameter(
                                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                                .build(),
                        results);

        assertThat(results.getSummary().getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(results.getSummary().getTestsSucceededCount()).isEqualTo(1000);
        Control control = ThousandTests.server().control();
        assertThat(control.faults().list(null)).isEmpty();
        assertThat(control.journal().count(null, RequestPattern.ANY)).isZero();
        assertThat(control.deliveries().list(null, 100)).isEmpty();
        assertThat(ThousandTests.MOST_REQUESTS_KEPT.get())
                .as("of a thousand worlds, only those of the eight threads are kept at any time")
                .isLessThan(8 * 20);
    }

    /** Run by the test above. Each method has a Free plan's world on one server, and leaves nothing there. */
    @Execution(ExecutionMode.CONCURRENT)
    static class ThousandTests {
        @RegisterExtension
        static final CanveleteMock MOCK =
                CanveleteMock.builder().plan(Plan.FREE).ownServer().build();

        private static final AtomicReference<MockServer> SERVER = new AtomicReference<>();
        static final LongAccumulator MOST_REQUESTS_KEPT = new LongAccumulator(Math::max, 0);

        static MockServer server() {
            return SERVER.get();
        }

        /** What others do, it would see: they use up the same limits, move their clocks and let the same things fail. */
        @RepeatedTest(1000)
        void liveAlone(MockWorld world, RepetitionInfo repetition) {
            SERVER.set(world.server());
            Api api = new Api(world.baseUri(), world.apiKey());
            Instant start = world.clock().instant();
            int number = repetition.getCurrentRepetition();
            boolean fails = number % 2 == 0;
            if (fails) {
                world.fault(Scenario.times(
                        1, new RenderFault.Fail(RenderMatch.ANY, ErrorCode.RENDER_FAILED, "world " + number, null)));
            }

            JsonNode batch = api.finished(Api.batch(1, "badge_template"));

            assertThat(batch.path("status").asText()).isEqualTo(fails ? "failed" : "completed");
            assertThat(batch.at("/renders/0/error/message").asText()).isEqualTo(fails ? "world " + number : "");
            if (number % 4 == 1) {
                assertThat(Instant.parse(batch.path("createdAt").asText())).isBefore(start.plus(HOUR));
                world.clock().freeze();
                while (api.get("/v1/designs").status() == 200) {
                    assertThat(world.requests(RequestPattern.ANY)).hasSizeLessThan(11);
                }
                world.clock().advance(HOUR);
            }
            JsonNode batches = api.get("/v1/render/batches").body();
            assertThat(batches.at("/pagination/total").asInt()).isEqualTo(1);
            assertThat(world.verify(RequestPattern.of("POST", "*"), Count.exactly(1), SOON)
                            .holds())
                    .isTrue();
            MOST_REQUESTS_KEPT.accumulate(world.server().control().journal().count(null, RequestPattern.ANY));
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
