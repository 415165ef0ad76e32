package dev.canvelete.server;

import dev.canvelete.server.db.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that a test runs on. Each time the options are asked for, they name a fresh one. */
enum TestDatabase {
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

    abstract ServerOptions options();

    /** An empty PostgreSQL database of its own. */
    static DatabaseUrl fresh() {
        String name = "test" + COUNT.incrementAndGet();
        EmbeddedPostgres server = Holder.SERVER;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database", e);
        }
        return DatabaseUrl.of(server.getJdbcUrl("postgres", name));
    }

    /** A connection to one of those databases, past the server that uses it. */
    static Connection connect(DatabaseUrl database) throws SQLException {
        String url = database.toString();
        return Holder.SERVER
                .getDatabase("postgres", url.substring(url.lastIndexOf('/') + 1))
                .getConnection();
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
