package dev.canvelete.server.assertion;

import dev.canvelete.server.journal.Count;
import dev.canvelete.server.journal.RequestPattern;
import dev.canvelete.server.journal.Verification;
import dev.canvelete.server.testing.MockWorld;
import dev.canvelete.server.testing.ReceivedBatch;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about what happened in a world. They wait for it, ten seconds unless told otherwise. */
public final class MockWorldAssert extends AbstractAssert<MockWorldAssert, MockWorld> {
    private static final RequestPattern BATCHES =
            RequestPattern.of("POST", "*/render/batch").answered(200);

    private Duration patience = Duration.ofSeconds(10);

    MockWorldAssert(MockWorld world) {
        super(world, MockWorldAssert.class);
    }

    /** Waits that long for what follows. */
    public MockWorldAssert within(Duration time) {
        patience = time;
        return this;
    }

    /** At least one batch was taken in; what follows is about the first. */
    public ReceivedBatchAssert receivedBatch() {
        return receivedBatch(1);
    }

    /** At least so many batches were taken in; what follows is about the last of them, counted from 1. */
    public ReceivedBatchAssert receivedBatch(int number) {
        received(BATCHES, Count.atLeast(number));
        List<ReceivedBatch> batches = actual.batches();
        return new ReceivedBatchAssert(batches.get(number - 1));
    }

    /** So many batches were taken in, and no more so far. */
    public MockWorldAssert receivedBatches(int count) {
        return received(BATCHES, Count.exactly(count));
    }

    /** So many such requests came; if not, the message tells what came closest. */
    public MockWorldAssert received(RequestPattern pattern, Count count) {
        isNotNull();
        Verification found = actual.verify(pattern, count, patience);
        if (!found.holds()) {
            failWithMessage(
                    "Expected %s requests like %s but there were %d.%s",
                    count, pattern, found.count(), nearMisses(found));
        }
        return this;
    }

    private static String nearMisses(Verification found) {
        return found.nearMisses().isEmpty()
                ? ""
                : found.nearMisses().stream()
                        .map(miss -> "\n  " + miss.entry().request().method() + " "
                                + miss.entry().request().path() + ": " + String.join("; ", miss.differences()))
                        .collect(Collectors.joining("", "\nClosest:", ""));
    }

    /** So many webhooks arrived at {@link MockWorld#webhooks()}, or more. */
    public MockWorldAssert deliveredWebhooks(int count) {
        isNotNull();
        actual.webhooks().await(count, patience);
        return this;
    }
}
