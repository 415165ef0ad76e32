package dev.canvelete.server.db;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gives each thread the connection for what it does, and while it does that the same one again, so that stores join a
 * transaction by themselves. JDBC is all that is under it: a library that can do more took an eighth of a server's start.
 * Thread-safe.
 *
 * @param connections where they come from
 * @param current what each thread has
 */
record Handles(Connections connections, ThreadLocal<Handle> current) {
    Handles(Connections connections) {
        this(connections, new ThreadLocal<>());
    }

    /**
     * Does something with a connection.
     *
     * @throws DatabaseException if there is none
     */
    <T> T withHandle(Function<Handle, T> work) {
        Handle mine = current.get();
        if (mine != null) {
            return work.apply(mine);
        }
        try (Handle fresh = Handle.open(connections)) {
            current.set(fresh);
            return work.apply(fresh);
        } finally {
            current.remove();
        }
    }

    /** Does something with a connection, as {@link #withHandle}. */
    void useHandle(Consumer<Handle> work) {
        withHandle(handle -> {
            work.accept(handle);
            return handle;
        });
    }

    /**
     * Does something in one transaction: the thread's own, if it is in one, and otherwise one that ends with the work. If
     * the work fails, nothing of it stays.
     *
     * @throws DatabaseException if there is no connection, or the transaction cannot be ended
     */
    <T> T inTransaction(Function<Handle, T> work) {
        return withHandle(handle -> handle.inTransaction(work));
    }

    /**
     * As {@link #inTransaction(Function)}, in a transaction that sees the database as it was when it began, unless the
     * thread is in one already.
     */
    <T> T atOneMoment(Function<Handle, T> work) {
        return withHandle(handle -> handle.atOneMoment(work));
    }

    /** Does something in one transaction, as {@link #inTransaction}. */
    void useTransaction(Consumer<Handle> work) {
        inTransaction(handle -> {
            work.accept(handle);
            return handle;
        });
    }
}
