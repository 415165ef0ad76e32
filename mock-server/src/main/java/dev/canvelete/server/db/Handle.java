package dev.canvelete.server.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A connection while a thread uses it. Not thread-safe. */
final class Handle implements AutoCloseable {
    private final Connections connections;
    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean inTransaction;

    private Handle(Connections connections, Connection connection) {
        this.connections = connections;
        this.connection = connection;
    }

    static Handle open(Connections connections) {
        try {
            return new Handle(connections, connections.openConnection());
        } catch (SQLException e) {
            throw new DatabaseException("no connection to the database", e);
        }
    }

    /** What JDBC knows it as. */
    Connection connection() {
        return connection;
    }

    /** A statement to be run here. */
    NamedSql sql(String sql) {
        return new NamedSql(this, sql);
    }

    /** Runs a statement without values. */
    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseException("[" + sql + "]", e);
        }
    }

    /**
     * Has that done when the transaction is committed, and not at all if it is not.
     *
     * @throws IllegalStateException if there is no transaction
     */
    void afterCommit(Runnable action) {
        if (!inTransaction) {
            throw new IllegalStateException("there is no transaction to wait for");
        }
        afterCommit.add(action);
    }

    /** Does something in the transaction that is under way, or in one of its own. */
    <T> T inTransaction(Function<Handle, T> work) {
        if (inTransaction) {
            return work.apply(this);
        }
        T done = transaction(work);
        List<Runnable> actions = List.copyOf(afterCommit);
        afterCommit.clear();
        actions.forEach(Runnable::run);
        return done;
    }

    private <T> T transaction(Function<Handle, T> work) {
        autoCommit(false);
        inTransaction = true;
        try {
            T done = work.apply(this);
            commit();
            return done;
        } catch (RuntimeException | Error e) {
            afterCommit.clear();
            rollBack(e);
            throw e;
        } finally {
            inTransaction = false;
        }
    }

    private void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseException("the transaction was not committed", e);
        }
        autoCommit(true);
    }

    private void rollBack(Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void autoCommit(boolean wanted) {
        try {
            connection.setAutoCommit(wanted);
        } catch (SQLException e) {
            throw new DatabaseException("the connection is of no use", e);
        }
    }

    /** Does something in the transaction that is under way, or in one that sees the database as it was when it began. */
    <T> T atOneMoment(Function<Handle, T> work) {
        if (inTransaction) {
            return work.apply(this);
        }
        try {
            int usual = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return inTransaction(work);
            } finally {
                connection.setTransactionIsolation(usual);
            }
        } catch (SQLException e) {
            throw new DatabaseException("the isolation of a transaction cannot be changed", e);
        }
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        try {
            connections.closeConnection(connection);
        } catch (SQLException e) {
            throw new DatabaseException("the connection was not given back", e);
        }
    }
}
