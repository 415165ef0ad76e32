package dev.canvelete.server.db;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.BatchStore;
import dev.canvelete.server.batch.NewBatch;
import dev.canvelete.server.batch.RenderEnd;
import dev.canvelete.server.batch.RenderJob;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.Signals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Batches and renders in two tables. */
final class JdbiBatchStore implements BatchStore {
    private static final String JOBS = """
            select id, batch_id, account, webhook, export, attempts, request, started_at,
                (select version from designs
                 where designs.id = design_id and (owner is null or owner = account)) as design_version
            from renders
            """;

    private final Jdbi jdbi;
    private final Bell bell;
    private final RenderRows rows;
    private final RenderEnds ends;

    JdbiBatchStore(Jdbi jdbi, DownloadUrls urls, Bell bell) {
        this.jdbi = jdbi;
        this.bell = bell;
        this.rows = new RenderRows(urls);
        this.ends = new RenderEnds(bell);
    }

    @Override
    public void insert(NewBatch batch) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into batches
                                (id, account, status, webhook, total, unfinished, completed, failed, created_at)
                            values (:id, :account, 'processing', :webhook, :total, :total, 0, 0, :now)""")
                    .bind("id", batch.id())
                    .bind("account", batch.account())
                    .bind("webhook", batch.webhook())
                    .bind("total", batch.renders().size())
                    .bind("now", Sql.time(batch.createdAt()))
                    .execute();
            insertRenders(handle, batch.id(), batch.account(), batch.renders(), batch.createdAt());
        });
    }

    @Override
    public void insertSingle(String account, NewBatch.NewRender render, Instant now) {
        jdbi.useTransaction(handle -> insertRenders(handle, null, account, List.of(render), now));
    }

    private void insertRenders(
            Handle handle, @Nullable String batchId, String account, List<NewBatch.NewRender> renders, Instant now) {
        PreparedBatch insert = handle.prepareBatch("""
                insert into renders
                    (id, batch_id, position, account, status, request, design_id, format, webhook, export, attempts,
                     created_at)
                values (:id, :batch, :position, :account, 'queued', :request, :design, :format, :webhook, :export, 0, :now)""");
        for (int i = 0; i < renders.size(); i++) {
            RenderRequest request = renders.get(i).request();
            insert.bind("id", renders.get(i).id())
                    .bind("batch", batchId)
                    .bind("position", i)
                    .bind("account", account)
                    .bind("request", Sql.json(request))
                    .bind("design", RenderRows.designId(request))
                    .bind("format", RenderRows.format(request).extension())
                    .bind("webhook", renders.get(i).webhook())
                    .bind("export", renders.get(i).export())
                    .bind("now", Sql.time(now))
                    .add();
        }
        insert.execute();
        bell.ring(handle, Signals.WORK);
    }

    @Override
    public Optional<BatchState> find(String account, String batchId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from batches where id = :id and account = :account")
                        .bind("id", batchId)
                        .bind("account", account)
                        .map((row, context) -> batch(row, renders(handle, batchId)))
                        .findOne());
    }

    @Override
    public Optional<RenderResult> findRender(String account, String renderId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + RenderRows.COLUMNS + " from renders where id = :id and account = :account")
                .bind("id", renderId)
                .bind("account", account)
                .map((row, context) -> rows.result(row))
                .findOne());
    }

    @Override
    public Page list(String account, int page, int limit) {
        return jdbi.withHandle(handle -> {
            long total = handle.createQuery("select count(*) from batches where account = :account")
                    .bind("account", account)
                    .mapTo(Long.class)
                    .one();
            List<BatchState> batches = handle.createQuery("""
                            select * from batches where account = :account
                            order by seq desc limit :limit offset :offset""")
                    .bind("account", account)
                    .bind("limit", limit)
                    .bind("offset", (page - 1L) * limit)
                    .map((row, context) -> batch(row, List.of()))
                    .list();
            return new Page(batches, total);
        });
    }

    @Override
    public List<RenderJob> claim(int most, WorldClocks clocks, Duration lease) {
        return jdbi.inTransaction(handle -> {
            Map<String, Instant> now = new HashMap<>();
            // H2 would lock and sort all that is queued; there, the condition of the update does the same.
            List<RenderJob> jobs = handle.createQuery(JOBS + "where status = 'queued' order by status, seq limit :most"
                            + (bell.shared() ? " for update skip locked" : ""))
                    .bind("most", most)
                    .map((row, context) -> job(
                            row,
                            row.getInt("attempts") + 1,
                            now.computeIfAbsent(row.getString("account"), clocks::now)))
                    .list();
            Map<Instant, List<String>> ids =
                    jobs.stream().collect(groupingBy(RenderJob::startedAt, mapping(RenderJob::renderId, toList())));
            Set<String> claimed = new HashSet<>();
            ids.forEach((start, some) -> claimed.addAll(claim(handle, some, start, lease)));
            return jobs.stream().filter(job -> claimed.contains(job.renderId())).toList();
        });
    }

    /** Gives those that were not cancelled since they were read. */
    private static Collection<String> claim(Handle handle, List<String> ids, Instant start, Duration lease) {
        int claimed = handle.createUpdate("update renders set status = 'processing', attempts = attempts + 1,"
                        + " started_at = :now, lease_until = " + Sql.LEASE
                        + " where id in (<ids>) and status = 'queued'")
                .bindList("ids", ids)
                .bind("lease", Sql.seconds(lease))
                .bind("now", Sql.time(start))
                .execute();
        if (claimed == ids.size()) {
            return ids;
        }
        return handle.createQuery("select id from renders where id in (<ids>) and status = 'processing'")
                .bindList("ids", ids)
                .mapTo(String.class)
                .list();
    }

    @Override
    public void renew(Collection<RenderJob> jobs, Duration lease) {
        if (jobs.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch renew = handle.prepareBatch("update renders set lease_until = " + Sql.LEASE
                    + " where id = :id and status = 'processing' and attempts = :attempt");
            jobs.stream().sorted(comparing(RenderJob::renderId)).forEach(job -> renew.bind("id", job.renderId())
                    .bind("attempt", job.attempt())
                    .bind("lease", Sql.seconds(lease))
                    .add());
            renew.execute();
        });
    }

    @Override
    public void giveBack(Collection<RenderJob> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch update = handle.prepareBatch("""
                    update renders set status = 'queued', attempts = attempts - 1, started_at = null, lease_until = null
                    where id = :id and status = 'processing' and attempts = :attempt""");
            jobs.forEach(job -> update.bind("id", job.renderId())
                    .bind("attempt", job.attempt())
                    .add());
            update.execute();
            bell.ring(handle, Signals.WORK);
        });
    }

    @Override
    public List<Ending> finish(List<RenderEnd> ended) {
        return jdbi.inTransaction(handle -> ends.finish(handle, ended));
    }

    @Override
    public Optional<Cancelled> cancel(String account, String batchId, Instant now) {
        return jdbi.inTransaction(handle -> {
            boolean there = handle.createQuery(
                            "select id from batches where id = :id and account = :account for update")
                    .bind("id", batchId)
                    .bind("account", account)
                    .mapTo(String.class)
                    .findOne()
                    .isPresent();
            return there ? Optional.of(ends.cancel(handle, batchId, now)) : Optional.empty();
        });
    }

    @Override
    public Optional<String> webhook(String batchId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select webhook from batches where id = :id and webhook is not null")
                        .bind("id", batchId)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public List<RenderJob> abandoned() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        JOBS + "where status = 'processing' and lease_until <= current_timestamp order by seq")
                .map((row, context) -> job(row, row.getInt("attempts"), Sql.time(row, "started_at")))
                .list());
    }

    @Override
    public void requeue(RenderJob job) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            update renders set status = 'queued', lease_until = null
                            where id = :id and status = 'processing' and attempts = :attempt
                              and lease_until <= current_timestamp""")
                    .bind("id", job.renderId())
                    .bind("attempt", job.attempt())
                    .execute();
            bell.ring(handle, Signals.WORK);
        });
    }

    @Override
    public void releaseAll() {
        jdbi.useHandle(handle ->
                handle.execute("update renders set lease_until = current_timestamp where status = 'processing'"));
    }

    private List<RenderResult> renders(Handle handle, String batchId) {
        return handle.createQuery(
                        "select " + RenderRows.COLUMNS + " from renders where batch_id = :id order by position")
                .bind("id", batchId)
                .map((row, context) -> rows.result(row))
                .list();
    }

    private static RenderJob job(ResultSet row, int attempt, Instant now) throws SQLException {
        return new RenderJob(
                row.getString("id"),
                row.getString("batch_id"),
                row.getString("account"),
                row.getString("webhook"),
                row.getBoolean("export"),
                attempt,
                Sql.json(row.getString("request"), RenderRequest.class),
                now,
                row.getObject("design_version", Long.class),
                null);
    }

    private static BatchState batch(ResultSet row, List<RenderResult> renders) throws SQLException {
        return new BatchState(
                row.getString("id"),
                RenderStatus.named(row.getString("status")),
                row.getInt("total"),
                row.getInt("completed"),
                row.getInt("failed"),
                Sql.time(row, "created_at"),
                Sql.optionalTime(row, "completed_at"),
                renders);
    }
}
