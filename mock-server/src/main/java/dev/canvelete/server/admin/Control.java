package dev.canvelete.server.admin;

import dev.canvelete.api.render.BatchState;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.fault.Faults;
import dev.canvelete.server.journal.Journal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a test may do to a server, from Java; {@code /__admin} offers the same over HTTP. Thread-safe. */
public final class Control {
    private final ControllableClock clock;
    private final Faults faults;
    private final Journal journal;
    private final Worlds worlds;
    private final BatchService batches;
    private final Deliveries deliveries;

    public Control(
            ControllableClock clock,
            Faults faults,
            Journal journal,
            Worlds worlds,
            BatchService batches,
            Deliveries deliveries) {
        this.clock = clock;
        this.faults = faults;
        this.journal = journal;
        this.worlds = worlds;
        this.batches = batches;
        this.deliveries = deliveries;
    }

    /** What time it is for the whole server. */
    public ControllableClock clock() {
        return clock;
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** What was asked and answered. */
    public Journal journal() {
        return journal;
    }

    /** Accounts of their own for tests. */
    public Worlds worlds() {
        return worlds;
    }

    /** The webhooks that were sent or are to be sent. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** How far a world's batch has come, uncounted and unseen by the journal; completes when it has ended or the wait is over. */
    public CompletableFuture<BatchState> batch(World world, String batchId, Duration wait) {
        return batches.await(new Account(world.id(), world.plan()), batchId, wait);
    }

    /**
     * Takes all faults back and forgets what was asked.
     *
     * @param world of that world alone; null for all, and then the clock is reset as well
     */
    public void reset(@Nullable String world) {
        faults.clear(world);
        journal.clear(world);
        if (world == null) {
            clock.reset();
        }
    }
}
