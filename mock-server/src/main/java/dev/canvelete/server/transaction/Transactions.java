package dev.canvelete.server.transaction;

import java.util.function.Supplier;

/**
 * Makes several changes true together or not at all: whatever stores a piece of work calls on its own thread belongs to
 * one transaction. Implementations are thread-safe.
 */
public interface Transactions {
    /** Runs work in the caller's transaction if there is one, else in a new one, which an exception rolls back. */
    <T> T in(Supplier<T> work);

    /**
     * The same for work that stores much and waits for nothing else: at a time when no other such work is under way, if
     * that is cheaper.
     */
    <T> T inTurn(Supplier<T> work);
}
