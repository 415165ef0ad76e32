package dev.canvelete.server.webhook;

import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.WakeUp;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due in the outbox: one thread looks, and each delivery has a virtual thread of its own. A host gets a
 * few deliveries at a time, so that one that is slow delays no other.
 */
public final class WebhookDispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final int MOST_PER_HOST = 4;
    private static final int MOST_AT_ONCE = 100;
    private static final Duration POLL = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final WebhookSender sender;
    private final DeliveryInterceptor interceptor;
    private final RetrySchedule schedule;
    private final WorldClocks clocks;
    private final RandomGenerator random;
    private final WakeUp wakeUp;
    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, InFlight> inFlight = new ConcurrentHashMap<>();
    private final Thread looker = Thread.ofPlatform().name("webhooks").daemon().unstarted(this::loop);
    // Whoever speaks to the outbox is a party to it, and so is the dispatcher until it closes: the last one ends it.
    private final Phaser speaking = new Phaser(1);
    private volatile boolean open = true;

    /** @param wakeUp called when a delivery was stored */
    public WebhookDispatcher(
            Outbox outbox,
            WebhookSender sender,
            DeliveryInterceptor interceptor,
            RetrySchedule schedule,
            WorldClocks clocks,
            RandomGenerator random,
            WakeUp wakeUp) {
        this.outbox = outbox;
        this.sender = sender;
        this.interceptor = interceptor;
        this.schedule = schedule;
        this.clocks = clocks;
        this.random = random;
        this.wakeUp = wakeUp;
    }

    /** Begins to send. */
    public void start() {
        looker.start();
    }

    private void loop() {
        while (open) {
            long seen = wakeUp.count();
            try {
                if (!startWhatIsDue()) {
                    wakeUp.await(seen, untilNext());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the webhook dispatcher stumbled", e);
                pause(seen);
            }
        }
    }

    /** Whether anything was started; the caller looks again at once if so. */
    private boolean startWhatIsDue() {
        List<Outbox.Due> due = outbox.due(clocks, busyHosts(), MOST_AT_ONCE);
        boolean started = false;
        for (Outbox.Due delivery : due) {
            InFlight flight = new InFlight(delivery.account());
            if (running.getOrDefault(delivery.host(), 0) < MOST_PER_HOST
                    && inFlight.putIfAbsent(delivery.id(), flight) == null) {
                running.merge(delivery.host(), 1, Integer::sum);
                Thread.ofVirtual().name("webhook-" + delivery.id()).start(() -> deliver(delivery, flight));
                started = true;
            }
        }
        return started;
    }

    private Set<String> busyHosts() {
        return running.entrySet().stream()
                .filter(host -> host.getValue() >= MOST_PER_HOST)
                .map(host -> host.getKey())
                .collect(Collectors.toSet());
    }

    private void deliver(Outbox.Due due, InFlight flight) {
        try {
            Optional<Delivery> claimed =
                    spoken(() -> outbox.claim(due.id(), clocks.now(due.account()), sender.longest()));
            if (claimed.isPresent()) {
                Delivery delivery = claimed.get();
                Attempt attempt = interceptor.send(
                        delivery, (sent, tampering) -> flight.revoked ? revoked(sent) : sender.send(sent, tampering));
                spoken(() -> {
                    outbox.record(delivery, attempt, schedule.after(delivery.attempt(), attempt, random));
                    return Optional.empty();
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Once this is closed the database may be too; what it does not hear of is sent again after the next start.
            if (open) {
                LOG.error("delivery {} stumbled", due.id(), e);
            }
        } finally {
            inFlight.remove(due.id());
            running.computeIfPresent(due.host(), (host, count) -> count == 1 ? null : count - 1);
            wakeUp.call();
        }
    }

    /** What the outbox says; empty, without having asked it, once the database may be closed. */
    private <T> Optional<T> spoken(Supplier<Optional<T>> question) {
        if (speaking.register() < 0) {
            return Optional.empty();
        }
        try {
            return question.get();
        } finally {
            speaking.arriveAndDeregister();
        }
    }

    private Attempt revoked(Delivery delivery) {
        return Attempt.unsent(clocks.now(delivery.account()), "the webhook's world was reset");
    }

    /**
     * Sends nothing any longer that was taken from the outbox before, whoever holds it back.
     *
     * @param account null for all
     */
    public void revoke(@Nullable String account) {
        inFlight.values().stream()
                .filter(flight -> account == null || account.equals(flight.account))
                .forEach(flight -> flight.revoked = true);
    }

    private Duration untilNext() {
        return outbox.nextDue(clocks, busyHosts()).stream()
                .map(next -> clocks.of(next.account()).sleepUntil(next.at()))
                .filter(wait -> wait.compareTo(POLL) < 0)
                .min(Comparator.naturalOrder())
                .orElse(POLL);
    }

    private void pause(long seen) {
        try {
            wakeUp.await(seen, POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops sending, and waits, for {@link #POLL} at most, for what is being claimed or recorded. What was not answered yet
     * is sent again after the next start.
     */
    @Override
    public void close() {
        open = false;
        wakeUp.call();
        sender.close();
        try {
            looker.join(POLL);
            speaking.awaitAdvanceInterruptibly(speaking.arriveAndDeregister(), POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.warn("a delivery could not be recorded within {} s, and may be sent again", POLL.toSeconds());
        } finally {
            speaking.forceTermination();
        }
    }

    /** A delivery that a thread has in hand. */
    private static final class InFlight {
        private final @Nullable String account;
        private volatile boolean revoked;

        InFlight(@Nullable String account) {
            this.account = account;
        }
    }
}
