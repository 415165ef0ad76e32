package dev.canvelete.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.net.AddressPolicy;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WebhookDispatcherTest {
    private static final WorldClocks CLOCKS =
            new WorldClocks(new ControllableClock(InstantSource.fixed(Instant.parse("2026-03-14T09:00:00Z"))));

    @Test
    void closesAfterWhatIsBeingRecorded() throws InterruptedException {
        SlowOutbox outbox = new SlowOutbox();
        WebhookDispatcher dispatcher = new WebhookDispatcher(
                outbox,
                new WebhookSender(
                        new Delivery.Signing(SignatureStyle.SHA256, List.of("whsec_test")),
                        Duration.ofSeconds(1),
                        AddressPolicy.ANY,
                        CLOCKS),
                (delivery, line) -> Attempt.unsent(CLOCKS.now(null), "it need not leave"),
                new RetrySchedule(List.of(Duration.ofHours(1))),
                CLOCKS,
                new Random(1),
                new WakeUp());
        dispatcher.start();
        outbox.recording.await();

        Thread closing = Thread.ofPlatform().start(() -> {
            dispatcher.close();
            outbox.closed = true;
        });
        // Whichever it comes to: the end of all, or waiting for the outbox.
        while (closing.isAlive() && !outbox.nobodyLooks()) {
            Thread.onSpinWait();
        }
        outbox.mayEnd.countDown();
        closing.join();

        assertThat(outbox.recorded).isEqualTo("before the end");
    }

    /** Has one delivery, and takes its time to record it. */
    private static final class SlowOutbox implements Outbox {
        private final CountDownLatch recording = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private volatile boolean closed;
        private volatile String recorded = "never";
        private volatile Thread looker = Thread.currentThread();

        boolean nobodyLooks() {
            return !looker.isAlive();
        }

        @Override
        public void insert(NewDelivery delivery) {}

        @Override
        public List<Due> due(WorldClocks clocks, Set<String> busyHosts, int most) {
            looker = Thread.currentThread();
            return recording.getCount() == 0 ? List.of() : List.of(new Due("dlv_1", "receiver.example", null));
        }

        @Override
        public List<Next> nextDue(WorldClocks clocks, Set<String> busyHosts) {
            return List.of();
        }

        @Override
        public Optional<Delivery> claim(String id, Instant now, Duration lease) {
            return Optional.of(
                    new Delivery(id, "account", "evt_1", "batch.completed", "http://receiver.example/", "{}", 1, null));
        }

        @Override
        public void record(Delivery delivery, Attempt attempt, NextStep next) {
            recording.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            recorded = closed ? "after the end" : "before the end";
        }

        @Override
        public void releaseAll() {}
    }
}
