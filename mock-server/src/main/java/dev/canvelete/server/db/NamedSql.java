package dev.canvelete.server.db;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that names its values, such as {@code :account}, to be run once when all of them are bound. Not thread-safe.
 */
final class NamedSql {
    private final Handle handle;
    private final String sql;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private int patience;

    /** @param sql without quotes around names */
    NamedSql(Handle handle, String sql) {
        this.handle = handle;
        this.sql = sql;
    }

    /** @param value may be an array of longs or texts */
    NamedSql bind(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** Binds all of them. */
    NamedSql bind(Map<String, ?> more) {
        values.putAll(more);
        return this;
    }

    /** @param seconds after which it fails, if the database has not answered */
    NamedSql within(int seconds) {
        patience = seconds;
        return this;
    }

    /**
     * Runs it; how many rows it changed.
     *
     * @throws DatabaseException if the database refuses it
     * @throws IllegalArgumentException if a value is not bound
     */
    int execute() {
        SqlText text = SqlText.of(sql);
        return new PlainSql(text.text(), patience).update(handle, values(text));
    }

    /**
     * Runs it; what it finds.
     *
     * @throws DatabaseException if the database refuses it
     * @throws IllegalArgumentException if a value is not bound
     */
    <T> Found<T> map(PlainSql.Reader<T> reader) {
        SqlText text = SqlText.of(sql);
        return new Found<>(new PlainSql(text.text(), patience).list(handle, reader, values(text)));
    }

    private @Nullable Object[] values(SqlText text) {
        @Nullable Object[] inOrder = new @Nullable Object[text.names().size()];
        for (int i = 0; i < inOrder.length; i++) {
            String name = text.names().get(i);
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value is bound to :" + name + " of [" + sql + "]");
            }
            inOrder[i] = values.get(name);
        }
        return inOrder;
    }
}
