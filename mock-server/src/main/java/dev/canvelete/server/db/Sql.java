package dev.canvelete.server.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.canvelete.api.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How times and JSON are kept in columns. */
final class Sql {
    /** When a lease of {@code :lease} {@link #seconds} ends, by the database's clock, on which all machines agree. */
    static final String LEASE = "current_timestamp + cast(:lease as double precision) * interval '1' second";

    private Sql() {}

    /** A lease's length as {@link #LEASE} takes it. */
    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** A time as the databases keep it: in UTC, whatever zone the machine is in, and in whole microseconds. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime optionalTime(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a value that is no JSON", e);
        }
    }

    static <T> T json(String text, Class<T> type) {
        try {
            return Json.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds JSON that is no " + type.getSimpleName(), e);
        }
    }

    /** Header names and values, in their order. */
    static Map<String, String> headers(String text) {
        try {
            return Json.mapper().readValue(text, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds headers that are no JSON", e);
        }
    }
}
