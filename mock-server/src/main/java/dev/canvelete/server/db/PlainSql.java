package dev.canvelete.server.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement, given to JDBC as it is. Those that are run for every render are kept as such; the others have names for
 * their values, as {@link NamedSql}. Thread-safe.
 *
 * @param text with a question mark for each value, which may be an array of longs or texts
 * @param patience the seconds after which it fails, if the database has not answered; 0 for never
 */
record PlainSql(String text, int patience) {
    PlainSql(String text) {
        this(text, 0);
    }

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

    private <T> T run(Handle handle, Use<T> use) {
        try (PreparedStatement statement = handle.connection().prepareStatement(text)) {
            if (patience > 0) {
                statement.setQueryTimeout(patience);
            }
            return use.of(statement);
        } catch (SQLException e) {
            throw new DatabaseException("[" + text + "]", e);
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
