package dev.canvelete.server.db;

import io.dropwizard.db.DataSourceFactory;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections that are used again and again. The first is made when it is first asked for. Thread-safe.
 *
 * @param connections gives them and takes them back
 * @param source gives some that are closed when they are no longer needed
 * @param end closes them
 */
record ConnectionPool(ConnectionFactory connections, DataSource source, AutoCloseable end) implements AutoCloseable {
    // Four machines fit into what a PostgreSQL server allows unless told otherwise.
    static final int POSTGRESQL_CONNECTIONS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Within a process, where a connection breaks with the process only. */
    static ConnectionPool ofH2(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        source.setPassword("");
        H2Connections connections = new H2Connections(source);
        return new ConnectionPool(connections, source, connections);
    }

    /** @param longestPause after which the database ends a transaction, and the connection, that asks it nothing more */
    static ConnectionPool ofPostgresql(DatabaseUrl url, Duration longestPause) {
        return ofPostgresql(url, longestPause, PATIENCE);
    }

    /** @param patience how long whoever asks for a connection waits for one, before it is told that there is none */
    static ConnectionPool ofPostgresql(DatabaseUrl url, Duration longestPause, Duration patience) {
        DataSourceFactory factory = new DataSourceFactory();
        factory.setDriverClass("org.postgresql.Driver");
        factory.setUrl(url.jdbc());
        factory.setUser(url.credentials().getProperty("user"));
        factory.setPassword(url.credentials().getProperty("password"));
        factory.setInitialSize(1);
        factory.setMinSize(1);
        factory.setMaxSize(POSTGRESQL_CONNECTIONS);
        factory.setInitializationQuery("set idle_in_transaction_session_timeout = " + longestPause.toMillis());
        // A connection that a restarted server or a firewall broke is noticed before it is used.
        factory.setCheckConnectionOnBorrow(true);
        factory.setCheckConnectionWhileIdle(true);
        // Bucket4j gives its connections back with auto-commit off; whoever got one would be in a transaction that
        // nobody ends.
        factory.setAutoCommitByDefault(true);
        factory.setRollbackOnReturn(true);
        factory.setJdbcInterceptors(Optional.of("ConnectionState"));
        factory.setMaxWaitForConnection(io.dropwizard.util.Duration.milliseconds(patience.toMillis()));
        PostgresPool pool = PostgresPool.of(factory);
        return new ConnectionPool(pool::getConnection, pool, pool::stop);
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException("the connection pool did not close", e);
        }
    }
}
