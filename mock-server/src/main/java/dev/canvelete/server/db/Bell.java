package dev.canvelete.server.db;

import dev.canvelete.server.signal.Signals;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Rings once what a transaction stored can be seen, here and on the machines that share the database.
 *
 * @param shared whether others share it
 */
record Bell(Signals signals, boolean shared) {
    /** PostgreSQL takes less than 8000 bytes in a message, and an id has at most 64. */
    private static final int MOST_IDS = 100;

    /** @param message {@link Signals#WORK} or {@link Signals#DELIVERIES} */
    void ring(Handle handle, String message) {
        if (shared) {
            handle.createQuery("select pg_notify('" + PostgresListener.CHANNEL + "', :message)")
                    .bind("message", message)
                    .mapTo(String.class)
                    .one();
        }
        // This machine does not wait for the way through the database.
        handle.afterCommit(() -> signals.received(message));
    }

    /** @param ids of batches and renders that have ended */
    void ended(Handle handle, List<String> ids) {
        for (int i = 0; i < ids.size(); i += MOST_IDS) {
            ring(handle, Signals.ended(ids.subList(i, Math.min(i + MOST_IDS, ids.size()))));
        }
    }
}
