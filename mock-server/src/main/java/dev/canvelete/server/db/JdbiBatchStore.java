package dev.canvelete.server.db;

import dev.canvelete.api.render.BatchState;
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
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Batches, renders, the queue of those that have not ended, and the ends of the others, in a table each. */
final class JdbiBatchStore implements BatchStore {
    private static final PlainSql INSERT = new PlainSql("""
            insert into batches (id, account, status, webhook, total, unfinished, completed, failed, created_at)
            values (?, ?, 'processing', ?, ?, ?, 0, 0, ?)""");

    private static final PlainSql FIND = new PlainSql("select * from batches where id = ? and account = ?");

    private static final PlainSql RENDERS =
            new PlainSql("select " + RenderRows.COLUMNS + RenderRows.FROM + " where batch_id = ? order by position");

    private static final PlainSql INSERT_RENDER = new PlainSql("""
            insert into renders
                (id, batch_id, position, account, request, design_id, format, webhook, export, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");

    private static final PlainSql INSERT_TEXT =
            new PlainSql("insert into batch_texts (batch_id, number, content) values (?, ?, ?)");

    private final Jdbi jdbi;
    private final Bell bell;
    private final Turns turns;
    private final RenderRows rows;
    private final RecentRequests recent = new RecentRequests();
    private final RenderClaims claims;
    private final RenderEnds ends;

    JdbiBatchStore(Jdbi jdbi, DownloadUrls urls, Bell bell, Turns turns) {
        this.jdbi = jdbi;
        this.bell = bell;
        this.turns = turns;
        this.rows = new RenderRows(urls);
        this.claims = new RenderClaims(bell.shared(), recent);
        this.ends = new RenderEnds(claims, bell);
    }

    @Override
    public void insert(NewBatch batch) {
        SharedTexts shared = SharedTexts.of(
                batch.renders().stream().map(NewBatch.NewRender::request).toList());
        turns.take(() -> jdbi.inTransaction(handle -> {
            int total = batch.renders().size();
            INSERT.update(
                    handle, batch.id(), batch.account(), batch.webhook(), total, total, Sql.time(batch.createdAt()));
            insertTexts(handle, batch.id(), shared.texts());
            insertRenders(handle, batch.id(), batch.account(), batch.renders(), shared, batch.createdAt());
            claims.addBatch(handle, batch.id());
            return batch;
        }));
    }

    @Override
    public void insertSingle(String account, NewBatch.NewRender render, Instant now) {
        jdbi.useTransaction(handle -> {
            insertRenders(handle, null, account, List.of(render), SharedTexts.of(List.of()), now);
            claims.addRender(handle, render.id());
        });
    }

    private static void insertTexts(Handle handle, String batchId, List<String> texts) {
        INSERT_TEXT.batch(handle, IntStream.range(0, texts.size()).boxed().toList(), number ->
                new Object[] {batchId, number, Sql.json(texts.get(number))});
    }

    private void insertRenders(
            Handle handle,
            @Nullable String batchId,
            String account,
            List<NewBatch.NewRender> renders,
            SharedTexts shared,
            Instant now) {
        OffsetDateTime created = Sql.time(now);
        INSERT_RENDER.batch(handle, IntStream.range(0, renders.size()).boxed().toList(), position -> {
            NewBatch.NewRender render = renders.get(position);
            SharedTexts.Stored request = shared.store(render.request());
            recent.add(render.id(), render.request(), request.characters());
            return new @Nullable Object[] {
                render.id(),
                batchId,
                position,
                account,
                request.json(),
                RenderRows.designId(render.request()),
                RenderRows.format(render.request()).extension(),
                render.webhook(),
                render.export(),
                created
            };
        });
        bell.ring(handle, Signals.WORK);
    }

    @Override
    public Optional<BatchState> find(String account, String batchId) {
        return jdbi.withHandle(
                handle -> FIND.first(handle, row -> batch(row, renders(handle, batchId)), batchId, account));
    }

    @Override
    public Optional<RenderStatus> status(String account, String batchId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select status from batches where id = :id and account = :account")
                        .bind("id", batchId)
                        .bind("account", account)
                        .mapTo(String.class)
                        .map(RenderStatus::named)
                        .findOne());
    }

    @Override
    public Optional<RenderResult> findRender(String account, String renderId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + RenderRows.COLUMNS + RenderRows.FROM
                        + " where id = :id and renders.account = :account")
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
        return turns.take(() -> jdbi.inTransaction(handle -> claims.claim(handle, most, clocks, lease)));
    }

    @Override
    public void renew(Collection<RenderJob> jobs, Duration lease) {
        if (!jobs.isEmpty()) {
            jdbi.useTransaction(handle -> claims.renew(handle, jobs, lease));
        }
    }

    @Override
    public void giveBack(Collection<RenderJob> jobs) {
        if (!jobs.isEmpty()) {
            jdbi.useTransaction(handle -> {
                claims.giveBack(handle, jobs);
                bell.ring(handle, Signals.WORK);
            });
        }
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
        return jdbi.withHandle(claims::abandoned);
    }

    @Override
    public void requeue(RenderJob job) {
        jdbi.useTransaction(handle -> {
            claims.requeue(handle, job);
            bell.ring(handle, Signals.WORK);
        });
    }

    @Override
    public void releaseAll() {
        jdbi.useTransaction(claims::releaseAll);
    }

    private List<RenderResult> renders(Handle handle, String batchId) {
        return RENDERS.list(handle, rows::result, batchId);
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
