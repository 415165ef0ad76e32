package dev.canvelete.server.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections to a database in this process, kept to be used again. H2's own pool ends a transaction whenever one is taken
 * or given back, and with the end of any transaction H2 writes what all others have changed so far: a third of all that was
 * ever written. Thread-safe.
 */
final class H2Connections implements ConnectionFactory, AutoCloseable {
    private static final int MOST_IDLE = 64;

    private final DataSource source;
    // The last one given back is the next one taken, for what it has in its cache.
    private final BlockingDeque<Connection> idle = new LinkedBlockingDeque<>(MOST_IDLE);
    private volatile boolean open = true;

    /** @param source where further ones come from */
    H2Connections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            // One that H2 closed, because it could not write, is of no use.
            if (!kept.isClosed()) {
                return kept;
            }
        }
        Connection fresh = source.getConnection();
        try (Statement any = fresh.createStatement()) {
            // So that reset need not ask for it: what H2 was told it remembers, for the rest it looks into its tables.
            any.setQueryTimeout(0);
        }
        return fresh;
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            reset(connection);
        }
        if (!idle.offerFirst(connection)) {
            connection.close();
        }
        if (!open) {
            close();
        }
    }

    private static void reset(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        // What JDBC says of one statement, H2 holds to for all that the connection is asked from then on.
        try (Statement any = connection.createStatement()) {
            if (any.getQueryTimeout() > 0) {
                any.setQueryTimeout(0);
            }
        }
    }

    /** Closes what is idle, and what is in use as soon as it is given back. */
    @Override
    public void close() throws SQLException {
        open = false;
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }
}
