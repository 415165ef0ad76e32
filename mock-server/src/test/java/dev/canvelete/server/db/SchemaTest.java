package dev.canvelete.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void aDatabaseInMemoryHasWhatMigrationsMake() throws Exception {
        assertThat(statements(Schema::create))
                .as("a migration changes tables.sql too")
                .isNotEmpty()
                .isEqualTo(statements(Schema::migrate));
    }

    /** What would make the same tables, without Flyway's own and the user, whose hash is salted. */
    private static List<String> statements(Consumer<DataSource> making) throws Exception {
        var database = DatabaseUrl.inMemory(UUID.randomUUID().toString()).pool();
        try {
            making.accept(database.source());
            return Jdbi.create(database.source()).withHandle(handle -> {
                List<String> all = handle.createQuery("script nosettings").mapTo(String.class).stream()
                        .filter(statement -> !statement.contains("flyway_schema_history"))
                        .filter(statement -> !statement.startsWith("CREATE USER"))
                        .map(statement -> statement.replaceAll("(?i)constraint_\\w+", "constraint"))
                        .sorted()
                        .toList();
                handle.execute("set db_close_delay 0");
                return all;
            });
        } finally {
            database.close();
        }
    }
}
