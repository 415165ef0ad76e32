package dev.canvelete.server.webhook;

import dev.canvelete.server.clock.WorldClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where deliveries wait, are claimed and keep their history. Implementations are thread-safe. */
public interface Outbox {
    /** Stores a delivery, due at once, in the caller's transaction if there is one, and wakes the dispatchers. */
    void insert(NewDelivery delivery);

    /** Deliveries that are due by their accounts' clocks, and unclaimed, the longest due first, passing over busy hosts. */
    List<Due> due(WorldClocks clocks, Set<String> busyHosts, int most);

    /** When the next unclaimed delivery is due, by each clock that goes its own way and by the server's, passing over busy hosts. */
    List<Next> nextDue(WorldClocks clocks, Set<String> busyHosts);

    /**
     * Gives a due delivery to the caller alone until the lease ends, and puts the attempt on record. Empty if another
     * was faster, or if its endpoint is gone or disabled; the delivery is then given up.
     */
    Optional<Delivery> claim(String id, Instant now, Duration lease);

    /** Records an attempt and what follows from it. */
    void record(Delivery delivery, Attempt attempt, NextStep next);

    /** Ends every claim; for a process that is alone on its database, at its start. */
    void releaseAll();

    /**
     * A delivery that is due.
     *
     * @param host the receiver's host and port
     * @param account whose clock it is due by; null for the server's
     */
    record Due(String id, String host, @Nullable String account) {}

    /**
     * When a delivery will be due.
     *
     * @param account whose clock says so; null for the server's
     */
    record Next(@Nullable String account, Instant at) {}
}
