package dev.canvelete.server.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is run for every render or by every start, given to JDBC as it is. Jdbi looks up for each value of
 * each row how to bind it and copies its configuration for each statement; what is run seldom has the convenience of
 * that, but for a render it would take about as long as the database. And with its first statement Jdbi registers with
 * the flight recorder, for a twelfth of a start's time. Thread-safe.
 *
 * @param text with a question mark for each value, which may be an array of longs or texts
 */
record PlainSql(String text) {
    /** Runs it once; how many rows it changed. */
    int update(Handle handle, @Nullable Object... values) {
        return run(handle, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** Runs it for each of some rows, together; how many rows each changed, in their order. */
    <T> int[] batch(Handle handle, Collection<T> rows, Function<T, @Nullable Object[]> values) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return run(handle, statement -> {
            for (T row : rows) {
                bind(statement, values.apply(row));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** What it finds, read row by row. */
    <T> List<T> list(Handle handle, Reader<T> reader, @Nullable Object... values) {
        return run(handle, statement -> {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        });
    }

    /** The first row that it finds. */
    <T> Optional<T> first(Handle handle, Reader<T> reader, @Nullable Object... values) {
        return list(handle, reader, values).stream().findFirst();
    }

    /** Fails as Jdbi does, so that whoever tries again needs to know of one kind of failure only. */
    private <T> T run(Handle handle, Use<T> use) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(text)) {
            return use.of(statement);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e.getMessage() + " [" + text + "]", e, null);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Object[] many ? array(statement.getConnection(), many) : value);
        }
    }

    private static Object array(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf(values instanceof Long[] ? "bigint" : "varchar", values);
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with a statement. */
    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}
