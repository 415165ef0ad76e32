package dev.canvelete.server.db;

import dev.canvelete.server.signal.Signals;
import org.jdbi.v3.core.Handle;

/**
 * Rings once what a transaction stored can be seen, here and on the machines that share the database.
 *
 * @param shared whether others share it
 */
record Bell(Signals signals, boolean shared) {
    /** @param message as {@link Signals#received} takes it */
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
}
