package dev.canvelete.server.db;

import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.Signals;
import dev.canvelete.server.webhook.Attempt;
import dev.canvelete.server.webhook.Delivery;
import dev.canvelete.server.webhook.NewDelivery;
import dev.canvelete.server.webhook.NextStep;
import dev.canvelete.server.webhook.Outbox;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries in a table, their attempts in another. A delivery's {@code attempts} counts how often it was claimed, and
 * a result is taken only from the latest claim; but what a receiver took is delivered, whoever sent it.
 */
final class JdbiOutbox implements Outbox {
    private static final String FIRST = " order by due_at limit 1";
    private static final String UNCLAIMED = "(lease_until is null or lease_until <= current_timestamp)";

    private static final String READ_DUE = "select id, host, account from deliveries where status = 'pending'";
    private static final String READ_NEXT = " from deliveries where status = 'pending' and lease_until is null";

    /** While all clocks are the server's and no host is busy, as it is nearly always. */
    private static final PlainSql DUE =
            new PlainSql(READ_DUE + " and due_at <= ? and " + UNCLAIMED + " order by due_at, seq limit ?");

    private static final PlainSql NEXT = new PlainSql("select due_at, null as account" + READ_NEXT + FIRST);

    private final Jdbi jdbi;
    private final Bell bell;

    JdbiOutbox(Jdbi jdbi, Bell bell) {
        this.jdbi = jdbi;
        this.bell = bell;
    }

    @Override
    public void insert(NewDelivery delivery) {
        URI url = URI.create(delivery.url());
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into deliveries (id, account, endpoint_id, event_id, event_type, url, host, body,
                                status, attempts, created_at, due_at)
                            values (:id, :account, :endpoint, :eventId, :eventType, :url, :host, :body,
                                'pending', 0, :now, :now)""")
                    .bind("id", delivery.id())
                    .bind("account", delivery.account())
                    .bind("endpoint", delivery.endpointId())
                    .bind("eventId", delivery.event().eventId())
                    .bind("eventType", delivery.event().eventType())
                    .bind("url", delivery.url())
                    .bind("host", url.getHost() + ":" + url.getPort())
                    .bind("body", Sql.json(delivery.event()))
                    .bind("now", Sql.time(delivery.event().timestamp()))
                    .execute();
            bell.ring(handle, Signals.DELIVERIES);
        });
    }

    @Override
    public List<Due> due(WorldClocks clocks, Set<String> busyHosts, int most) {
        AccountTimes times = AccountTimes.of(clocks);
        if (times.apart().isEmpty() && busyHosts.isEmpty()) {
            return jdbi.withHandle(handle -> DUE.list(handle, JdbiOutbox::due, Sql.time(times.server()), most));
        }
        return jdbi.withHandle(handle -> times.bind(among(
                        handle,
                        READ_DUE + " and due_at <= " + times.sql() + " and " + UNCLAIMED + notAt(busyHosts)
                                + " order by due_at, seq limit :most",
                        busyHosts))
                .bind("most", most)
                .map((row, context) -> due(row))
                .list());
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(row.getString("id"), row.getString("host"), row.getString("account"));
    }

    @Override
    public List<Next> nextDue(WorldClocks clocks, Set<String> busyHosts) {
        List<String> apart = List.copyOf(clocks.apart());
        if (apart.isEmpty() && busyHosts.isEmpty()) {
            return jdbi.withHandle(handle -> NEXT.list(handle, JdbiOutbox::next));
        }
        String waiting = READ_NEXT + notAt(busyHosts);
        return jdbi.withHandle(handle -> {
            if (apart.isEmpty()) {
                return next(among(handle, "select due_at, null as account" + waiting + FIRST, busyHosts));
            }
            List<Next> next = next(among(
                            handle,
                            "select due_at, null as account" + waiting
                                    + " and (account is null or account not in (<apart>))" + FIRST,
                            busyHosts)
                    .bindList("apart", apart));
            next.addAll(next(among(
                            handle,
                            "select min(due_at) as due_at, account" + waiting
                                    + " and account in (<apart>) group by account",
                            busyHosts)
                    .bindList("apart", apart)));
            return next;
        });
    }

    private static List<Next> next(Query query) {
        return query.map((row, context) -> next(row)).list();
    }

    private static Next next(ResultSet row) throws SQLException {
        return new Next(row.getString("account"), Sql.time(row, "due_at"));
    }

    private static Query among(Handle handle, String select, Set<String> busyHosts) {
        Query query = handle.createQuery(select);
        return busyHosts.isEmpty() ? query : query.bindList("hosts", List.copyOf(busyHosts));
    }

    private static String notAt(Set<String> hosts) {
        return hosts.isEmpty() ? "" : " and host not in (<hosts>)";
    }

    @Override
    public Optional<Delivery> claim(String id, Instant now, Duration lease) {
        return jdbi.inTransaction(handle -> {
            int claimed = handle.createUpdate("update deliveries set attempts = attempts + 1, lease_until = "
                            + Sql.LEASE + " where id = :id and status = 'pending' and due_at <= :now and "
                            + UNCLAIMED)
                    .bind("id", id)
                    .bind("now", Sql.time(now))
                    .bind("lease", Sql.seconds(lease))
                    .execute();
            return claimed == 0 ? Optional.empty() : begin(handle, id, now);
        });
    }

    private static Optional<Delivery> begin(Handle handle, String id, Instant now) {
        Optional<Delivery> delivery = handle.createQuery("""
                        select d.*, e.style, e.secret, e.earlier_secret, e.earlier_until
                        from deliveries d left join webhook_endpoints e on e.id = d.endpoint_id
                        where d.id = :id and (d.endpoint_id is null or e.enabled)""")
                .bind("id", id)
                .map((row, context) -> delivery(row, now))
                .findOne();
        delivery.ifPresentOrElse(d -> beginAttempt(handle, d, now), () -> end(handle, id, "cancelled"));
        return delivery;
    }

    private static Delivery delivery(ResultSet row, Instant now) throws SQLException {
        return new Delivery(
                row.getString("id"),
                // Deliveries of versions before the column was there are nobody's.
                Objects.requireNonNullElse(row.getString("account"), ""),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("url"),
                row.getString("body"),
                row.getInt("attempts"),
                signing(row, now));
    }

    private static Delivery.@Nullable Signing signing(ResultSet row, Instant now) throws SQLException {
        String style = row.getString("style");
        return style == null
                ? null
                : new Delivery.Signing(
                        SignatureStyle.valueOf(style),
                        JdbiEndpointStore.secrets(row).at(now));
    }

    private static void beginAttempt(Handle handle, Delivery delivery, Instant now) {
        if (delivery.attempt() > 1) {
            handle.createUpdate("update delivery_attempts set error = 'the server ended before there was an answer'"
                            + " where delivery_id = :id and took_ms is null")
                    .bind("id", delivery.id())
                    .execute();
        }
        handle.createUpdate("insert into delivery_attempts (delivery_id, number, started_at)"
                        + " values (:id, :number, :started)")
                .bind("id", delivery.id())
                .bind("number", delivery.attempt())
                .bind("started", Sql.time(now))
                .execute();
    }

    @Override
    public void record(Delivery delivery, Attempt attempt, NextStep next) {
        jdbi.useTransaction(handle -> {
            switch (next) {
                case NextStep.Delivered() -> end(handle, delivery.id(), "delivered");
                case NextStep.Exhausted() -> exhausted(handle, delivery);
                case NextStep.Gone() -> {
                    exhausted(handle, delivery);
                    disableEndpoint(handle, delivery);
                }
                case NextStep.Retry(Instant at) -> retry(handle, delivery, at);
            }
            handle.createUpdate("""
                            update delivery_attempts set started_at = :started, took_ms = :took,
                                request_headers = :headers, status = :status, response = :response, error = :error
                            where delivery_id = :id and number = :number""")
                    .bind("id", delivery.id())
                    .bind("number", delivery.attempt())
                    .bind("started", Sql.time(attempt.startedAt()))
                    .bind("took", attempt.took().toMillis())
                    .bind("headers", Sql.json(attempt.headers()))
                    .bind("status", attempt.status())
                    .bind("response", attempt.response())
                    .bind("error", attempt.error())
                    .execute();
        });
    }

    private static void retry(Handle handle, Delivery delivery, Instant at) {
        handle.createUpdate("update deliveries set due_at = :due, lease_until = null"
                        + " where id = :id and status = 'pending' and attempts = :attempt")
                .bind("id", delivery.id())
                .bind("attempt", delivery.attempt())
                .bind("due", Sql.time(at))
                .execute();
    }

    private static void exhausted(Handle handle, Delivery delivery) {
        handle.createUpdate("update deliveries set status = 'exhausted', lease_until = null"
                        + " where id = :id and status = 'pending' and attempts = :attempt")
                .bind("id", delivery.id())
                .bind("attempt", delivery.attempt())
                .execute();
    }

    private static void end(Handle handle, String id, String status) {
        handle.createUpdate("update deliveries set status = :status, lease_until = null where id = :id")
                .bind("id", id)
                .bind("status", status)
                .execute();
    }

    private static void disableEndpoint(Handle handle, Delivery delivery) {
        handle.createUpdate("""
                        update webhook_endpoints
                        set enabled = false, disabled_reason = 'the receiver answered 410 Gone'
                        where id = (select endpoint_id from deliveries where id = :id)""").bind("id", delivery.id()).execute();
    }

    @Override
    public void releaseAll() {
        jdbi.useHandle(handle -> handle.execute("update deliveries set lease_until = null where status = 'pending'"));
    }
}
