package dev.canvelete.server.admin;

import org.jspecify.annotations.Nullable;

/** A part of the service that keeps something of what happened. Implementations are thread-safe. */
@FunctionalInterface
public interface Resettable {
    /**
     * Forgets all of it, so that nothing shows that it was.
     *
     * @param world of that world alone; null for all worlds
     */
    void reset(@Nullable String world);
}
