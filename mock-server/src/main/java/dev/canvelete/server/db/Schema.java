package dev.canvelete.server.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, and how a database comes to have them. */
final class Schema {
    /** Where the scripts are. */
    static final String LOCATION = "classpath:dev/canvelete/server/db";

    private static final String TABLES = "tables.sql";

    private Schema() {}

    /** Gives a database that may have tables, of this version or an older one, what it lacks. */
    static void migrate(DataSource database) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations(LOCATION)
                // Each part of the service numbers its migrations by itself, so that a lower one may come later.
                .outOfOrder(true)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /**
     * Gives an empty H2 database its tables. It has no older version and nobody else to mind, and Flyway, which keeps
     * account of both, would be a good part of an embedded server's start; so would the migrations themselves.
     */
    static void create(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(tables());
        } catch (SQLException e) {
            throw new IllegalStateException("the tables could not be created: " + e.getMessage(), e);
        }
    }

    private static String tables() {
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(TABLES), TABLES)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(TABLES + " could not be read", e);
        }
    }
}
