package dev.canvelete.server.admin;

import dev.canvelete.api.render.BatchState;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.fault.Faults;
import dev.canvelete.server.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a test may do to a server, from Java; {@code /__admin} offers the same over HTTP. Thread-safe. */
public final class Control {
    private final WorldClocks clocks;
    private final Faults faults;
    private final Journal journal;
    private final Worlds worlds;
    private final BatchService batches;
    private final Deliveries deliveries;
    private final List<Resettable> traces;

    /** @param traces what else a reset forgets, in that order */
    public Control(
            WorldClocks clocks,
            Faults faults,
            Journal journal,
            Worlds worlds,
            BatchService batches,
            Deliveries deliveries,
            List<Resettable> traces) {
        this.clocks = clocks;
        this.faults = faults;
        this.journal = journal;
        this.worlds = worlds;
        this.batches = batches;
        this.deliveries = deliveries;
        this.traces = List.copyOf(traces);
    }

    /** What time it is for the whole server. */
    public ControllableClock clock() {
        return clocks.server();
    }

    /** What time it is for a world alone: the server's time, until this is moved. */
    public ControllableClock clock(World world) {
        return clocks.of(world.id());
    }

    /** The clocks of the server and of all worlds. */
    WorldClocks clocks() {
        return clocks;
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
     * Makes a world as it was when it was new: no faults, no requests, no batches, designs, webhooks, uploads, and
     * nothing counted. What is being rendered or delivered is given up. The account stays, with its first key and
     * under the plan that it began with.
     *
     * @param world null for all worlds, and then the clock and the designs that every world sees are as at the start, too
     */
    public void reset(@Nullable String world) {
        traces.forEach(part -> part.reset(world));
        // Only now: a webhook that is about to be held back must not pass between.
        faults.clear(world);
        journal.clear(world);
        clocks.reset(world);
    }

    /**
     * Resets a world and closes it: its key opens nothing any longer.
     *
     * @throws dev.canvelete.server.error.Refusal if there is none of that id
     */
    public void remove(String world) {
        reset(world);
        worlds.remove(world);
        journal.clear(world);
        clocks.forget(world);
    }
}
