package dev.canvelete.client;

import dev.canvelete.client.http.Sleeper;
import dev.canvelete.client.webhook.WebhookReceiver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The pauses between two questions after a batch, when the service does not hold its answers: they double each time, and
 * end at once when a receiver hears that the batch has ended. Not thread-safe.
 */
final class Pauses {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** With a receiver the questions are only for the case that a webhook was lost. */
    private static final Duration FIRST_WITH_RECEIVER = Duration.ofSeconds(15);

    private static final Duration LONGEST_WITH_RECEIVER = Duration.ofMinutes(1);

    private final @Nullable WebhookReceiver receiver;
    private final String batchId;
    private final Duration longest;
    private Duration next;

    private Pauses(@Nullable WebhookReceiver receiver, String batchId, Duration next, Duration longest) {
        this.receiver = receiver;
        this.batchId = batchId;
        this.next = next;
        this.longest = longest;
    }

    static Pauses of(BatchOptions options, String batchId) {
        return options.receiver() == null
                ? new Pauses(null, batchId, FIRST, LONGEST)
                : new Pauses(options.receiver(), batchId, FIRST_WITH_RECEIVER, LONGEST_WITH_RECEIVER);
    }

    void pause(Sleeper sleeper, Duration atMost) throws InterruptedException {
        Duration pause = BatchRunner.shorter(next, atMost);
        next = BatchRunner.shorter(next.multipliedBy(2), longest);
        if (receiver == null) {
            sleeper.sleep(pause);
        } else {
            boolean unused = receiver.heard(
                    e -> e.data().path("batchId").asText().equals(batchId)
                            && e.eventType().startsWith("batch."),
                    pause);
        }
    }
}
