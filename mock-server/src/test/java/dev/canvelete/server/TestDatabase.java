package dev.canvelete.server;

import dev.canvelete.server.db.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that a test runs on. Each time the options are asked for, they name a fresh one. */
public enum TestDatabase {
    H2 {
        @Override
        ServerOptions options() {
            return ServerOptions.standard();
        }
    },
    POSTGRESQL {
        @Override
        ServerOptions options() {
            return ServerOptions.standard().withDatabase(fresh());
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<DatabaseUrl, String> URLS = new ConcurrentHashMap<>();

    abstract ServerOptions options();

    /** A PostgreSQL database in which nothing is: a schema of its own, which is made a good deal faster. */
    public static DatabaseUrl fresh() {
        String schema = "test" + COUNT.incrementAndGet();
        String server = Holder.SERVER.getJdbcUrl("postgres", "postgres");
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("no database", e);
        }
        String url = server + "&currentSchema=" + schema;
        DatabaseUrl database = DatabaseUrl.of(url);
        URLS.put(database, url);
        return database;
    }

    /** A connection to one of those databases, past the server that uses it. */
    static Connection connect(DatabaseUrl database) throws SQLException {
        return DriverManager.getConnection(URLS.get(database));
    }

    /** One server for all tests of this JVM, which ends with it. */
    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}
