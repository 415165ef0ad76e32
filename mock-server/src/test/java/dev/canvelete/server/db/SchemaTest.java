package dev.canvelete.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.canvelete.server.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.flywaydb.core.Flyway;
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

    @Test
    void whatWaitedOrWasClaimedInAnOlderDatabaseStillDoes() {
        var database = DatabaseUrl.inMemory(UUID.randomUUID().toString()).pool();
        try {
            until(database.source(), "402");
            Jdbi jdbi = Jdbi.create(database.source());
            jdbi.useHandle(handle -> handle.execute("""
                    insert into renders (id, position, account, status, request, attempts, lease_until, created_at,
                        started_at)
                    values ('waits', 0, 'me', 'queued', '{}', 2, null, current_timestamp, null),
                        ('ended', 0, 'me', 'completed', '{}', 1, null, current_timestamp, current_timestamp),
                        ('claimed', 0, 'me', 'processing', '{}', 1, current_timestamp, current_timestamp,
                            current_timestamp)"""));

            Schema.migrate(database.source());

            List<Tuple> queue = jdbi.withHandle(handle -> handle.createQuery("""
                            select render_id, attempts, lease_until is not null as leased
                            from render_queue join renders on id = render_id and seq = render_seq order by seq""")
                    .map((row, context) ->
                            tuple(row.getString("render_id"), row.getInt("attempts"), row.getBoolean("leased")))
                    .list());
            assertThat(queue).containsExactly(tuple("waits", 2, false), tuple("claimed", 1, true));
            jdbi.useHandle(handle -> handle.execute("set db_close_delay 0"));
        } finally {
            database.close();
        }
    }

    @Test
    void whatEndedInAnOlderDatabaseStillHas() {
        var database = TestDatabase.fresh().pool();
        try {
            until(database.source(), "404");
            Jdbi jdbi = Jdbi.create(database.source());
            jdbi.useHandle(handle -> handle.execute("""
                    insert into renders (id, position, account, status, request, result, created_at, started_at,
                        completed_at, artifact, file_bytes, cache_key, cache_hash)
                    values ('waits', 0, 'me', 'queued', '{}', null, current_timestamp, null, null, null, null, null, null),
                        ('done', 0, 'me', 'completed', '{}', '{"width":1}', current_timestamp, current_timestamp,
                            current_timestamp, 'digest', 70, 'key', 7),
                        ('given up', 0, 'me', 'cancelled', '{}', null, current_timestamp, null, current_timestamp, null,
                            null, null, null)"""));

            Schema.migrate(database.source());

            List<Tuple> ends = jdbi.withHandle(handle -> handle.createQuery("""
                            select id, render_ends.account as owner, status, result, artifact, file_bytes, cache_key,
                                cache_hash, started_at is not null as begun
                            from render_ends join renders on id = render_id and seq = render_seq order by seq""")
                    .map((row, context) -> tuple(
                            row.getString("id"),
                            row.getString("owner"),
                            row.getString("status"),
                            row.getString("result"),
                            row.getString("artifact"),
                            row.getObject("file_bytes", Long.class),
                            row.getString("cache_key"),
                            row.getObject("cache_hash", Long.class),
                            row.getBoolean("begun")))
                    .list());
            assertThat(ends)
                    .containsExactly(
                            tuple("done", "me", "completed", "{\"width\":1}", "digest", 70L, "key", 7L, true),
                            tuple("given up", "me", "cancelled", null, null, null, null, null, false));
        } finally {
            database.close();
        }
    }

    /** What PostgreSQL calls a constraint that nobody named, the migrations have to know. */
    @Test
    void aPostgresqlOfAnOlderVersionNoLongerChecksTheBatchOfARender() {
        var database = TestDatabase.fresh().pool();
        try {
            until(database.source(), "403");
            Jdbi jdbi = Jdbi.create(database.source());
            assertThat(foreignKeysOfRenders(jdbi)).containsExactly("renders_batch_id_fkey");

            Schema.migrate(database.source());

            assertThat(foreignKeysOfRenders(jdbi)).isEmpty();
        } finally {
            database.close();
        }
    }

    private static List<String> foreignKeysOfRenders(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select conname from pg_constraint where contype = 'f' and conrelid = 'renders'::regclass")
                .mapTo(String.class)
                .list());
    }

    /** Makes the tables of an older version. */
    private static void until(DataSource source, String version) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(Schema.LOCATION)
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
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
