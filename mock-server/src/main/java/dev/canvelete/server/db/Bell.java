package dev.canvelete.server.db;

import dev.canvelete.server.signal.Signals;
import org.jdbi.v3.core.Handle;

/** Rings once what a transaction stored can be seen. */
record Bell(Signals signals) {
    /** @param message as {@link Signals#received} takes it */
    void ring(Handle handle, String message) {
        handle.afterCommit(() -> signals.received(message));
    }
}
