package dev.canvelete.server.db;

import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.batch.BatchStore.Cancelled;
import dev.canvelete.server.batch.BatchStore.Ending;
import dev.canvelete.server.batch.RenderEnd;
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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes into renders and batches that they have ended, and rings for it. Whoever ends renders of batches locks the
 * batches' rows first, in the order of their ids, so that exactly one finds that nothing is left of a batch and closes
 * it. What has ended goes out of the queue first: only who took it out writes it.
 */
record RenderEnds(RenderClaims claims, Bell bell) {
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
            handle.createQuery("select id from batches where id in (<ids>) order by id for update")
                    .bindList("ids", List.copyOf(batches))
                    .mapTo(String.class)
                    .list();
        }
    }

    private static void write(Handle handle, List<RenderEnd> ends, int[] ended) {
        PreparedBatch update = handle.prepareBatch("""
                update renders set status = :status, result = :result, file_bytes = :bytes, artifact = :artifact,
                    cache_key = :cacheKey, cache_hash = :cacheHash, started_at = :started, completed_at = :now
                where id = :id""");
        for (int i = 0; i < ended.length; i++) {
            if (ended[i] > 0) {
                write(update, ends.get(i));
            }
        }
        update.execute();
    }

    private static void write(PreparedBatch update, RenderEnd end) {
        RenderOutcome.@Nullable Completed file = end.outcome() instanceof RenderOutcome.Completed done ? done : null;
        RenderStatus status = file == null ? RenderStatus.FAILED : RenderStatus.COMPLETED;
        update.bind("id", end.job().renderId())
                .bind("status", status.wireName())
                .bind("result", Sql.json(file == null ? end.outcome() : StoredResult.of(file)))
                .bind("bytes", file == null ? null : file.fileSize())
                .bind("artifact", file == null ? null : file.artifact())
                .bind("cacheKey", file == null ? null : file.cacheKey())
                .bind("cacheHash", file == null ? null : JdbiRenderFiles.hash(file))
                .bind("started", Sql.time(end.job().startedAt()))
                .bind("now", Sql.time(end.at()))
                .add();
    }

    /** Ends what is still queued of a batch. */
    Cancelled cancel(Handle handle, String batchId, Instant now) {
        claims.cancel(handle, batchId);
        int cancelled = handle.createUpdate("""
                        update renders set status = 'cancelled', completed_at = :now
                        where batch_id = :id and status = 'queued'
                            and not exists (select 1 from render_queue where render_seq = seq)""")
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
        handle.createUpdate("""
                        update batches set unfinished = unfinished - :ended, completed = completed + :completed,
                            failed = failed + :failed
                        where id = :id""")
                .bind("id", batchId)
                .bind("ended", count.ended())
                .bind("completed", count.completed())
                .bind("failed", count.failed())
                .execute();
        int closed = handle.createUpdate("""
                        update batches set completed_at = :now,
                            status = case when completed > 0 then 'completed' else 'failed' end
                        where id = :id and unfinished = 0 and completed_at is null""")
                .bind("id", batchId)
                .bind("now", Sql.time(now))
                .execute();
        return closed > 0;
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
