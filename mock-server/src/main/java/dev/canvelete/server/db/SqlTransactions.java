package dev.canvelete.server.db;

import dev.canvelete.server.transaction.Transactions;
import java.util.function.Supplier;

/** The transactions of this database. */
record SqlTransactions(Handles handles, Turns turns) implements Transactions {
    @Override
    public <T> T in(Supplier<T> work) {
        return handles.inTransaction(handle -> work.get());
    }

    @Override
    public <T> T inTurn(Supplier<T> work) {
        return turns.take(() -> in(work));
    }
}
