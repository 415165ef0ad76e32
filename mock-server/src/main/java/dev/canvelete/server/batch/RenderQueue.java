package dev.canvelete.server.batch;

import java.time.Instant;
import java.util.Optional;

/** What waits to be rendered, of all accounts. Implementations are thread-safe. */
@FunctionalInterface
public interface RenderQueue {
    /** How much waits now. */
    Backlog backlog();

    /**
     * Renders that no worker has claimed.
     *
     * @param oldest when the one that waits longest was queued; empty if none waits
     */
    record Backlog(long length, Optional<Instant> oldest) {}
}
