package dev.canvelete.server.db;

import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.batch.BatchStore.Cancelled;
import dev.canvelete.server.batch.BatchStore.Ending;
import dev.canvelete.server.batch.RenderEnd;
import dev.canvelete.server.batch.RenderJob;
import dev.canvelete.server.batch.RenderOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes how renders and batches have ended, and rings for it. An end is added to a table of its own: to change the
 * render's row, which is much wider, would write it and all of its indexes again. Whoever ends renders of batches locks
 * the batches' rows first, in the order of their ids, so that exactly one finds that nothing is left of a batch and closes
 * it. What has ended goes out of the queue first: only who took it out writes it.
 */
record RenderEnds(RenderClaims claims, Bell bell) {
    private static final PlainSql LOCK =
            new PlainSql("select id from batches where id = any(?) order by id for update");

    private static final PlainSql WRITE = new PlainSql("""
            insert into render_ends (render_seq, render_id, account, status, result, file_bytes, artifact, cache_key,
                cache_hash, started_at, completed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");

    private static final PlainSql COUNT = new PlainSql("""
            update batches set unfinished = unfinished - ?, completed = completed + ?, failed = failed + ? where id = ?""");

    private static final PlainSql CLOSE = new PlainSql("""
            update batches set completed_at = ?,
                status = case when completed > 0 then 'completed' else 'failed' end
            where id = ? and unfinished = 0 and completed_at is null""");

    /** Ends claimed renders; one that another attempt has taken over, or that is gone, ends nothing. */
    List<Ending> finish(Handle handle, List<RenderEnd> ends) {
        lock(handle, ends);
        int[] ended = claims.end(handle, ends.stream().map(RenderEnd::job).toList());
        write(handle, ends, ended);
        List<Ending> endings = new ArrayList<>(Collections.nCopies(ends.size(), Ending.NOTHING));
        List<String> words = new ArrayList<>();
        Map<String, Count> counts = new HashMap<>();
        for (int i = 0; i < ended.length; i++) {
            if (ended[i] > 0) {
                endings.set(i, Ending.RENDER);
                RenderEnd end = ends.get(i);
                words.add(end.job().renderId());
                String batch = end.job().batchId();
                if (batch != null) {
                    counts.merge(batch, Count.of(end.outcome(), i), Count::plus);
                }
            }
        }
        counts.forEach((batch, count) -> {
            if (count(handle, batch, count, ends.get(count.last()).at())) {
                endings.set(count.last(), Ending.BATCH);
                words.add(batch);
            }
        });
        bell.ended(handle, words);
        return endings;
    }

    private static void lock(Handle handle, List<RenderEnd> ends) {
        Set<String> batches = ends.stream()
                .map(end -> end.job().batchId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!batches.isEmpty()) {
            LOCK.list(handle, row -> row.getString("id"), (Object) batches.toArray(String[]::new));
        }
    }

    private static void write(Handle handle, List<RenderEnd> ends, int[] ended) {
        List<RenderEnd> counted = IntStream.range(0, ended.length)
                .filter(i -> ended[i] > 0)
                .mapToObj(ends::get)
                .toList();
        WRITE.batch(handle, counted, RenderEnds::values);
    }

    private static @Nullable Object[] values(RenderEnd end) {
        RenderOutcome.@Nullable Completed file = end.outcome() instanceof RenderOutcome.Completed done ? done : null;
        RenderStatus status = file == null ? RenderStatus.FAILED : RenderStatus.COMPLETED;
        RenderJob job = end.job();
        return new @Nullable Object[] {
            job.seq(),
            job.renderId(),
            job.account(),
            status.wireName(),
            Sql.json(file == null ? end.outcome() : StoredResult.of(file)),
            file == null ? null : file.fileSize(),
            file == null ? null : file.artifact(),
            file == null ? null : file.cacheKey(),
            file == null ? null : JdbiRenderFiles.hash(file),
            Sql.time(job.startedAt()),
            Sql.time(end.at())
        };
    }

    /** Ends what is still queued of a batch. */
    Cancelled cancel(Handle handle, String batchId, Instant now) {
        claims.cancel(handle, batchId);
        int cancelled = handle.createUpdate("""
                        insert into render_ends (render_seq, render_id, account, status, completed_at)
                        select seq, id, account, 'cancelled', :now from renders
                        where batch_id = :id
                            and not exists (select 1 from render_queue where render_seq = seq)
                            and not exists (select 1 from render_ends where render_seq = seq)
                        order by seq""")
                .bind("id", batchId)
                .bind("now", Sql.time(now))
                .execute();
        if (cancelled == 0) {
            return new Cancelled(0, false);
        }
        boolean closed = count(handle, batchId, new Count(cancelled, 0, 0, 0), now);
        if (closed) {
            bell.ended(handle, List.of(batchId));
        }
        return new Cancelled(cancelled, closed);
    }

    /** Counts what ended of a batch and, when nothing is left, closes it. */
    private static boolean count(Handle handle, String batchId, Count count, Instant now) {
        COUNT.update(handle, count.ended(), count.completed(), count.failed(), batchId);
        return CLOSE.update(handle, Sql.time(now), batchId) > 0;
    }

    /** @param last which of the renders that end together is the batch's last */
    private record Count(int ended, int completed, int failed, int last) {
        static Count of(RenderOutcome outcome, int number) {
            return switch (outcome) {
                case RenderOutcome.Completed completed -> new Count(1, 1, 0, number);
                case RenderOutcome.Failed failed -> new Count(1, 0, 1, number);
            };
        }

        Count plus(Count later) {
            return new Count(ended + later.ended, completed + later.completed, failed + later.failed, later.last);
        }
    }
}
