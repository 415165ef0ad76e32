package dev.canvelete.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where deliveries wait, are claimed and keep their history. Implementations are thread-safe. */
public interface Outbox {
    /** Stores a delivery, due at once, in the caller's transaction if there is one, and wakes the dispatchers. */
    void insert(NewDelivery delivery);

    /** Deliveries that are due and unclaimed, the longest due first, passing over busy hosts. */
    List<Due> due(Instant now, Set<String> busyHosts, int most);

    /** When the next unclaimed delivery is due, passing over busy hosts. */
    Optional<Instant> nextDue(Set<String> busyHosts);

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
     */
    record Due(String id, String host) {}
}
