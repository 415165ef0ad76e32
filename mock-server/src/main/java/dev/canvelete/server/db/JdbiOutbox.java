package dev.canvelete.server.db;

import dev.canvelete.server.webhook.Attempt;
import dev.canvelete.server.webhook.Delivery;
import dev.canvelete.server.webhook.NewDelivery;
import dev.canvelete.server.webhook.NextStep;
import dev.canvelete.server.webhook.Outbox;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Deliveries in a table, their attempts in another. */
final class JdbiOutbox implements Outbox {
    private final Jdbi jdbi;

    JdbiOutbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a delivery within the transaction that makes its event true. */
    static void insert(Handle handle, NewDelivery delivery) {
        URI url = URI.create(delivery.url());
        handle.createUpdate("""
                        insert into deliveries (id, event_id, event_type, url, host, body, status, attempts, due_at)
                        values (:id, :eventId, :eventType, :url, :host, :body, 'pending', 0, :due)""")
                .bind("id", delivery.id())
                .bind("eventId", delivery.event().eventId())
                .bind("eventType", delivery.event().eventType())
                .bind("url", delivery.url())
                .bind("host", url.getHost() + ":" + url.getPort())
                .bind("body", Sql.json(delivery.event()))
                .bind("due", Sql.time(delivery.event().timestamp()))
                .execute();
    }

    @Override
    public List<Due> due(Instant now, Set<String> busyHosts, int most) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                            select id, host from deliveries
                            where status = 'pending' and due_at <= :now
                              and (lease_until is null or lease_until <= :now)
                            """ + notAt(busyHosts) + " order by due_at, seq limit :most")
                    .bind("now", Sql.time(now))
                    .bind("most", most);
            if (!busyHosts.isEmpty()) {
                query.bindList("hosts", List.copyOf(busyHosts));
            }
            return query.map((row, context) -> new Due(row.getString("id"), row.getString("host")))
                    .list();
        });
    }

    @Override
    public Optional<Instant> nextDue(Set<String> busyHosts) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                    select due_at from deliveries where status = 'pending' and lease_until is null
                    """ + notAt(busyHosts) + " order by due_at limit 1");
            if (!busyHosts.isEmpty()) {
                query.bindList("hosts", List.copyOf(busyHosts));
            }
            return query.map((row, context) -> Sql.time(row, "due_at")).findOne();
        });
    }

    private static String notAt(Set<String> hosts) {
        return hosts.isEmpty() ? "" : " and host not in (<hosts>)";
    }

    @Override
    public Optional<Delivery> claim(String id, Instant now, Instant leaseUntil) {
        return jdbi.inTransaction(handle -> {
            int claimed = handle.createUpdate("""
                            update deliveries set attempts = attempts + 1, lease_until = :lease
                            where id = :id and status = 'pending' and due_at <= :now
                              and (lease_until is null or lease_until <= :now)""")
                    .bind("id", id)
                    .bind("now", Sql.time(now))
                    .bind("lease", Sql.time(leaseUntil))
                    .execute();
            if (claimed == 0) {
                return Optional.empty();
            }
            return handle.createQuery("select * from deliveries where id = :id")
                    .bind("id", id)
                    .map((row, context) -> new Delivery(
                            row.getString("id"),
                            row.getString("event_id"),
                            row.getString("event_type"),
                            row.getString("url"),
                            row.getString("body"),
                            row.getInt("attempts")))
                    .findOne();
        });
    }

    @Override
    public void record(Delivery delivery, Attempt attempt, NextStep next) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into delivery_attempts
                                (delivery_id, number, started_at, took_ms, status, response, error)
                            values (:id, :number, :started, :took, :status, :response, :error)""")
                    .bind("id", delivery.id())
                    .bind("number", delivery.attempt())
                    .bind("started", Sql.time(attempt.startedAt()))
                    .bind("took", attempt.took().toMillis())
                    .bind("status", attempt.status())
                    .bind("response", attempt.response())
                    .bind("error", attempt.error())
                    .execute();
            switch (next) {
                case NextStep.Delivered() -> end(handle, delivery, "delivered");
                case NextStep.Exhausted() -> end(handle, delivery, "exhausted");
                case NextStep.Retry(Instant at) ->
                    handle.createUpdate("""
                                    update deliveries set due_at = :due, lease_until = null
                                    where id = :id and attempts = :attempt""")
                            .bind("id", delivery.id())
                            .bind("attempt", delivery.attempt())
                            .bind("due", Sql.time(at))
                            .execute();
            }
        });
    }

    private static void end(Handle handle, Delivery delivery, String status) {
        handle.createUpdate("update deliveries set status = :status, lease_until = null where id = :id")
                .bind("id", delivery.id())
                .bind("status", status)
                .execute();
    }

    @Override
    public void releaseAll() {
        jdbi.useHandle(handle -> handle.execute("update deliveries set lease_until = null where status = 'pending'"));
    }
}
