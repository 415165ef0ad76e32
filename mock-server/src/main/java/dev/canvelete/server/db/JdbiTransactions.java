package dev.canvelete.server.db;

import dev.canvelete.server.transaction.Transactions;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Jdbi gives a thread that is in a transaction the same handle again, so that the stores join it by themselves. */
record JdbiTransactions(Jdbi jdbi, Turns turns) implements Transactions {
    @Override
    public <T> T in(Supplier<T> work) {
        return jdbi.inTransaction(handle -> work.get());
    }

    @Override
    public <T> T inTurn(Supplier<T> work) {
        return turns.take(() -> in(work));
    }
}
