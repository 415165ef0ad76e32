package dev.canvelete.server.db;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.server.batch.RenderJob;
import dev.canvelete.server.clock.WorldClocks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The renders that have not ended, in a small table of their own: what waits has no lease, what somebody has claimed has
 * one. A claim changes nothing else, so that the renders with their indexes are written only when they come and when they
 * end. Rows are written in the order of the queue, so that no two who write several wait for each other.
 *
 * @param shared whether other machines claim as well
 * @param recent what need not be read from the rows
 */
record RenderClaims(boolean shared, RecentRequests recent) {
    private static final String JOBS = """
            select render_seq, id, batch_id, account, webhook, export, attempts, request, claimed_at,
                (select version from designs
                 where designs.id = design_id and (owner is null or owner = account)) as design_version
            from render_queue join renders on id = render_id
            """;

    /** Once it is taken over, the number of attempts is another. */
    private static final String CLAIMED =
            " where render_seq = :seq and attempts = :attempt and lease_until is not null";

    // H2 would lock all that waits; there, the condition of the update does the same.
    private static final PlainSql FIRST = new PlainSql(JOBS + "where lease_until is null order by render_seq limit ?");
    private static final PlainSql FIRST_SHARED = new PlainSql(FIRST.text() + " for update of render_queue skip locked");

    private static final PlainSql CLAIM = new PlainSql("""
            update render_queue set attempts = attempts + 1, claimed_at = ?, lease_until = ?
            where render_seq = any(?) and lease_until is null""");

    private static final PlainSql END =
            new PlainSql("delete from render_queue where render_seq = ? and attempts = ? and lease_until is not null");

    private static final String ADD =
            "insert into render_queue (render_seq, render_id, attempts) select seq, id, 0 from renders where ";
    private static final PlainSql ADD_BATCH = new PlainSql(ADD + "batch_id = ? order by seq");
    private static final PlainSql ADD_RENDER = new PlainSql(ADD + "id = ?");

    private static final PlainSql ABANDONED =
            new PlainSql(JOBS + "where lease_until <= current_timestamp order by render_seq");

    private static final PlainSql NOW = new PlainSql("select current_timestamp");

    /** Queues the renders of a batch, which are stored already. */
    void addBatch(Handle handle, String id) {
        ADD_BATCH.update(handle, id);
    }

    /** Queues a render that is stored already. */
    void addRender(Handle handle, String id) {
        ADD_RENDER.update(handle, id);
    }

    /** Gives those that have waited longest to the caller alone, until the lease ends. */
    List<RenderJob> claim(Handle handle, int most, WorldClocks clocks, Duration lease) {
        Map<String, Instant> now = new HashMap<>();
        StoredRequests requests = new StoredRequests(handle);
        List<RenderJob> jobs = (shared ? FIRST_SHARED : FIRST)
                .list(
                        handle,
                        row -> job(
                                row,
                                requests,
                                row.getInt("attempts") + 1,
                                now.computeIfAbsent(row.getString("account"), clocks::now)),
                        most);
        if (jobs.isEmpty()) {
            return jobs;
        }
        OffsetDateTime end = end(handle, lease);
        Set<Long> claimed = new HashSet<>();
        jobs.stream()
                .collect(groupingBy(RenderJob::startedAt, mapping(RenderJob::seq, toList())))
                .forEach((start, some) -> claimed.addAll(claim(handle, some, start, end)));
        return jobs.stream().filter(job -> claimed.contains(job.seq())).toList();
    }

    /** Gives those that were not cancelled since they were read. */
    private static Collection<Long> claim(Handle handle, List<Long> places, Instant start, OffsetDateTime end) {
        int claimed = CLAIM.update(handle, Sql.time(start), end, (Object) places.toArray(Long[]::new));
        if (claimed == places.size()) {
            return places;
        }
        return handle.createQuery(
                        "select render_seq from render_queue where render_seq = any(:places) and lease_until is not null")
                .bindArray("places", Long.class, places)
                .mapTo(Long.class)
                .list();
    }

    /** When a lease ends that begins now, by the database's clock, on which all machines agree. */
    private static OffsetDateTime end(Handle handle, Duration lease) {
        return NOW.list(handle, row -> row.getObject(1, OffsetDateTime.class))
                .getFirst()
                .plus(lease);
    }

    void renew(Handle handle, Collection<RenderJob> jobs, Duration lease) {
        OffsetDateTime end = end(handle, lease);
        PreparedBatch renew = handle.prepareBatch("update render_queue set lease_until = :end" + CLAIMED);
        inOrder(jobs).forEach(job -> bind(renew, job).bind("end", end).add());
        renew.execute();
    }

    void giveBack(Handle handle, Collection<RenderJob> jobs) {
        PreparedBatch update = handle.prepareBatch(
                "update render_queue set attempts = attempts - 1, claimed_at = null, lease_until = null" + CLAIMED);
        inOrder(jobs).forEach(job -> bind(update, job).add());
        update.execute();
    }

    /** Takes out what has ended; for each, in their order, 1 if it was still claimed by that attempt and 0 if not. */
    int[] end(Handle handle, List<RenderJob> jobs) {
        List<Integer> order = IntStream.range(0, jobs.size())
                .boxed()
                .sorted(comparing(i -> jobs.get(i).seq()))
                .toList();
        int[] deleted = END.batch(
                handle, order, i -> new Object[] {jobs.get(i).seq(), jobs.get(i).attempt()});
        int[] ended = new int[deleted.length];
        for (int i = 0; i < deleted.length; i++) {
            ended[order.get(i)] = deleted[i];
        }
        return ended;
    }

    /** Takes out what waits of a batch; nobody else may claim it from then on. */
    void cancel(Handle handle, String batchId) {
        handle.createUpdate("""
                        delete from render_queue
                        where lease_until is null and render_seq in (select seq from renders where batch_id = :id)""").bind("id", batchId).execute();
    }

    List<RenderJob> abandoned(Handle handle) {
        StoredRequests requests = new StoredRequests(handle);
        return ABANDONED.list(handle, row -> job(row, requests, row.getInt("attempts"), Sql.time(row, "claimed_at")));
    }

    void requeue(Handle handle, RenderJob job) {
        bind(
                        handle.createUpdate("update render_queue set lease_until = null" + CLAIMED
                                + " and lease_until <= current_timestamp"),
                        job)
                .execute();
    }

    void releaseAll(Handle handle) {
        handle.execute("update render_queue set lease_until = current_timestamp where lease_until is not null");
    }

    private static List<RenderJob> inOrder(Collection<RenderJob> jobs) {
        return jobs.stream().sorted(comparing(RenderJob::seq)).toList();
    }

    private static <T extends SqlStatement<T>> T bind(T statement, RenderJob job) {
        return statement.bind("seq", job.seq()).bind("attempt", job.attempt());
    }

    private RenderJob job(ResultSet row, StoredRequests requests, int attempt, Instant now) throws SQLException {
        String id = row.getString("id");
        String batchId = row.getString("batch_id");
        RenderRequest request = recent.take(id);
        return new RenderJob(
                row.getLong("render_seq"),
                id,
                batchId,
                row.getString("account"),
                row.getString("webhook"),
                row.getBoolean("export"),
                attempt,
                request == null ? requests.request(row.getString("request"), batchId) : request,
                now,
                row.getObject("design_version", Long.class),
                null);
    }
}
