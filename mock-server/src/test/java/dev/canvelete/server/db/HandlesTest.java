package dev.canvelete.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandlesTest {
    private final ConnectionPool pool = ConnectionPool.ofH2("jdbc:h2:mem:");
    private final Handles handles = new Handles(pool.connections());

    /** One connection is one database here, so that what is on another is not seen. */
    @BeforeEach
    void table() {
        handles.useHandle(handle -> handle.execute("create table notes (id int primary key, text varchar)"));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void whoeverIsInATransactionStaysInIt() {
        List<Handle> seen = new ArrayList<>();
        handles.useTransaction(outer -> {
            seen.add(outer);
            handles.useHandle(seen::add);
            handles.useTransaction(seen::add);
            handles.atOneMoment(seen::add);
        });
        assertThat(seen).hasSize(4).allMatch(seen.getFirst()::equals);
        Handle next = handles.withHandle(handle -> handle);
        assertThat(next).isNotSameAs(seen.getFirst());
    }

    @Test
    void whatFailsLeavesNothingAlsoOfTransactionsWithin() {
        assertThatIllegalStateException()
                .isThrownBy(() -> handles.useTransaction(handle -> {
                    note(1, "outer");
                    handles.useTransaction(same -> note(2, "inner"));
                    throw new IllegalStateException("too late");
                }));
        assertThat(notes()).isEmpty();
        // And whoever has the connection next is in no transaction.
        note(3, "next");
        assertThat(notes()).containsExactly("next");
        assertThat(autoCommit()).isTrue();
    }

    @Test
    void whatIsToBeDoneAfterACommitIsDoneOnceAndThenOnly() {
        List<String> done = new ArrayList<>();
        handles.useTransaction(handle -> {
            handles.useTransaction(
                    same -> same.afterCommit(() -> done.add("in a transaction: " + inTransaction(same))));
            note(1, "kept");
            assertThat(done).isEmpty();
        });
        assertThat(done).containsExactly("in a transaction: false");

        assertThatIllegalStateException()
                .isThrownBy(() -> handles.useTransaction(handle -> {
                    handle.afterCommit(() -> done.add("never"));
                    throw new IllegalStateException("no commit");
                }));
        handles.useTransaction(handle -> note(2, "kept"));
        assertThat(done).hasSize(1);
        handles.useHandle(
                handle -> assertThatIllegalStateException().isThrownBy(() -> handle.afterCommit(done::clear)));
    }

    @Test
    void aTransactionOfOneMomentLeavesTheConnectionAsItWas() throws SQLException {
        int usual = handles.withHandle(HandlesTest::isolation);
        assertThat(handles.atOneMoment(HandlesTest::isolation)).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
        assertThat(handles.withHandle(HandlesTest::isolation)).isEqualTo(usual);
    }

    @Test
    void valuesGoWhereTheirNamesStand() {
        note(1, "it's :id");
        note(2, null);
        String found = handles.withHandle(handle -> handle.sql("""
                        select ':id''s ' || text || cast(:id as varchar)::varchar || :suffix from notes
                        where id = :id and id = any(:ids) and text = :text""")
                .bind("id", 1)
                .bind(Map.of("suffix", ".", "text", "it's :id"))
                .bind("ids", new Long[] {1L, 2L})
                .map(Sql::text)
                .one());
        assertThat(found).isEqualTo(":id's it's :id1.");
    }

    @Test
    void aRowIsNoneOneOrTooMany() {
        note(1, "a");
        note(2, null);
        handles.useHandle(handle -> {
            assertThat(handle.sql("select text from notes where id = 1")
                            .map(Sql::text)
                            .findOne())
                    .contains("a");
            assertThat(handle.sql("select text from notes where id = 2")
                            .map(Sql::text)
                            .findOne())
                    .isEmpty();
            assertThat(handle.sql("select text from notes where id = 3")
                            .map(Sql::text)
                            .findOne())
                    .isEmpty();
            Found<String> all = handle.sql("select text from notes").map(Sql::text);
            assertThatIllegalStateException().isThrownBy(all::findOne);
            assertThatIllegalStateException().isThrownBy(all::one);
            Found<String> nothing =
                    handle.sql("select text from notes where id = 3").map(Sql::text);
            assertThatIllegalStateException().isThrownBy(nothing::one);
        });
    }

    @Test
    void aValueThatIsMissingAndAStatementThatIsRefusedAreNamed() {
        handles.useHandle(handle -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> handle.sql("delete from notes where id = :id").execute())
                    .withMessageContaining(":id of [delete from notes");
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> handle.sql("delete from votes").execute())
                    .withMessageContaining("[delete from votes]")
                    .withCauseInstanceOf(SQLException.class);
            assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> handle.execute("delete from votes"));
        });
    }

    @Test
    void withoutAConnectionNothingIsDone() {
        SQLException none = new SQLException("none");
        Handles without = new Handles(() -> {
            throw none;
        });
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> without.useTransaction(handle -> {}))
                .withCause(none);
    }

    private void note(int id, String text) {
        int made = handles.withHandle(handle -> handle.sql("insert into notes values (:id, :text)")
                .bind("id", id)
                .bind("text", text)
                .execute());
        assertThat(made).isEqualTo(1);
    }

    private List<String> notes() {
        return handles.withHandle(handle ->
                handle.sql("select text from notes order by id").map(Sql::text).list());
    }

    private boolean autoCommit() {
        return handles.withHandle(handle -> !inTransaction(handle));
    }

    private static boolean inTransaction(Handle handle) {
        try {
            return !handle.connection().getAutoCommit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static int isolation(Handle handle) {
        try {
            return handle.connection().getTransactionIsolation();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
