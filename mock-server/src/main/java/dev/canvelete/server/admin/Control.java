package dev.canvelete.server.admin;

import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.fault.Faults;
import dev.canvelete.server.journal.Journal;
import org.jspecify.annotations.Nullable;

/** What a test may do to a server, from Java; {@code /__admin} offers the same over HTTP. Thread-safe. */
public final class Control {
    private final ControllableClock clock;
    private final Faults faults;
    private final Journal journal;
    private final Worlds worlds;

    public Control(ControllableClock clock, Faults faults, Journal journal, Worlds worlds) {
        this.clock = clock;
        this.faults = faults;
        this.journal = journal;
        this.worlds = worlds;
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
