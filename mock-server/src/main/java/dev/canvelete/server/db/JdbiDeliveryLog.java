package dev.canvelete.server.db;

import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.Signals;
import dev.canvelete.server.webhook.DeliveryLog;
import dev.canvelete.server.webhook.DeliveryRecord;
import dev.canvelete.server.webhook.DeliveryRecord.AttemptRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads the deliveries that {@link JdbiOutbox} writes. */
final class JdbiDeliveryLog implements DeliveryLog {
    private final Jdbi jdbi;
    private final Bell bell;

    JdbiDeliveryLog(Jdbi jdbi, Bell bell) {
        this.jdbi = jdbi;
        this.bell = bell;
    }

    @Override
    public Page list(Query query) {
        Map<String, String> filters = filters(query);
        String where = filters.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(" and ", filters.isEmpty() ? "" : " where ", ""));
        return read(handle -> {
            long total = handle.createQuery("select count(*) from deliveries" + where)
                    .bindMap(filters)
                    .mapTo(Long.class)
                    .one();
            List<DeliveryRecord> deliveries = handle.createQuery(
                            "select * from deliveries" + where + " order by seq desc limit :limit offset :offset")
                    .bindMap(filters)
                    .bind("limit", query.limit())
                    .bind("offset", (query.page() - 1L) * query.limit())
                    .map((row, context) -> delivery(handle, row))
                    .list();
            return new Page(deliveries, total);
        });
    }

    @Override
    public List<Head> heads(long before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select seq, id, event_id, event_type, url, status, attempts, due_at from deliveries
                        where seq < :before order by seq desc limit :most""")
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> head(row))
                .list());
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("url"),
                row.getString("status"),
                row.getInt("attempts"),
                Sql.time(row, "due_at"));
    }

    /** A delivery and its attempts are read as they stood at one moment. */
    private <T> T read(HandleCallback<T, RuntimeException> query) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, query);
    }

    private static Map<String, String> filters(Query query) {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("account", query.account());
        filters.put("endpoint_id", query.endpointId());
        filters.put("event_type", query.eventType());
        filters.put("status", query.status());
        filters.values().removeIf(value -> value == null);
        return filters;
    }

    @Override
    public Optional<DeliveryRecord> find(@Nullable String account, String id) {
        return read(handle -> handle.createQuery(
                        "select * from deliveries where id = :id" + (account == null ? "" : " and account = :account"))
                .bind("id", id)
                .bindMap(account == null ? Map.of() : Map.of("account", account))
                .map((row, context) -> delivery(handle, row))
                .findOne());
    }

    @Override
    public void redeliver(String id, WorldClocks clocks) {
        jdbi.useTransaction(handle -> {
            String account = handle.createQuery("select account from deliveries where id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null);
            handle.createUpdate("update deliveries set status = 'pending', due_at = :now where id = :id")
                    .bind("id", id)
                    .bind("now", Sql.time(clocks.now(account)))
                    .execute();
            bell.ring(handle, Signals.DELIVERIES);
        });
    }

    private static DeliveryRecord delivery(Handle handle, ResultSet row) throws SQLException {
        String id = row.getString("id");
        String status = row.getString("status");
        return new DeliveryRecord(
                id,
                row.getString("endpoint_id"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("url"),
                status,
                Sql.optionalTime(row, "created_at"),
                status.equals("pending") ? Sql.optionalTime(row, "due_at") : null,
                row.getString("body"),
                attempts(handle, id));
    }

    private static List<AttemptRecord> attempts(Handle handle, String id) {
        return handle.createQuery("select * from delivery_attempts where delivery_id = :id order by number")
                .bind("id", id)
                .map((row, context) -> attempt(row))
                .list();
    }

    private static AttemptRecord attempt(ResultSet row) throws SQLException {
        String headers = row.getString("request_headers");
        return new AttemptRecord(
                row.getInt("number"),
                Sql.time(row, "started_at"),
                row.getObject("took_ms", Long.class),
                headers == null ? null : Sql.headers(headers),
                row.getObject("status", Integer.class),
                row.getString("response"),
                row.getString("error"));
    }
}
