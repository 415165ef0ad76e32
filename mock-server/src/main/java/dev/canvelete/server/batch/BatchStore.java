package dev.canvelete.server.batch;

import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.clock.WorldClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where batches and renders are kept, which is the workers' queue as well. Implementations are thread-safe. */
public interface BatchStore {
    /** Stores a batch and its renders, all or nothing. */
    void insert(NewBatch batch);

    /** Stores a render that is part of no batch. */
    void insertSingle(String account, NewBatch.NewRender render, Instant now);

    /** A batch of the account with all its renders, in the order of the request. */
    Optional<BatchState> find(String account, String batchId);

    /** The status alone of a batch of the account. */
    Optional<RenderStatus> status(String account, String batchId);

    /** A render of the account. */
    Optional<RenderResult> findRender(String account, String renderId);

    /** One page of the account's batches, newest first. */
    Page list(String account, int page, int limit);

    /**
     * Gives queued renders, oldest first, to the caller and to nobody else until the lease ends.
     *
     * @param clocks say when they start
     */
    List<RenderJob> claim(int most, WorldClocks clocks, Duration lease);

    /** Lets the leases of claimed renders begin anew; those that were taken over are left alone. */
    void renew(Collection<RenderJob> jobs, Duration lease);

    /** Puts claimed renders that were not begun back into the queue; those that were taken over are left alone. */
    void giveBack(Collection<RenderJob> jobs);

    /**
     * Records how renders ended, all or nothing. A batch's last one also closes the batch.
     *
     * @return for each, in their order, what is no longer going on after it
     */
    List<Ending> finish(List<RenderEnd> ends);

    /** Ends what is still queued of a batch; empty if the account has no such batch. */
    Optional<Cancelled> cancel(String account, String batchId, Instant now);

    /** The URL that a batch's request named. */
    Optional<String> webhook(String batchId);

    /** Renders whose lease has ended, which their worker will therefore never end. */
    List<RenderJob> abandoned();

    /** Puts a render whose lease has ended back into the queue. */
    void requeue(RenderJob job);

    /** Ends every lease; for a process that is alone on its database, at its start. */
    void releaseAll();

    /** What a change brought to its end. */
    enum Ending {
        /** Nothing: another attempt had taken over, it was reset, or nothing was left to end. */
        NOTHING,
        /** The render alone. */
        RENDER,
        /** The render and with it its batch. */
        BATCH
    }

    /**
     * What cancelling brought to its end.
     *
     * @param renders how many
     * @param batch whether nothing else of the batch was going on
     */
    record Cancelled(int renders, boolean batch) {}

    /**
     * One page.
     *
     * @param total how many batches all pages have
     */
    record Page(List<BatchState> batches, long total) {}
}
