package dev.canvelete.server.batch;

import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.server.webhook.NewDelivery;
import java.time.Instant;
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

    /** A render of the account. */
    Optional<RenderResult> findRender(String account, String renderId);

    /** One page of the account's batches, newest first. */
    Page list(String account, int page, int limit);

    /**
     * Gives queued renders, oldest first, to the caller and to nobody else until the lease ends.
     *
     * @param now when they start
     */
    List<RenderJob> claim(int most, Instant now, Instant leaseUntil);

    /**
     * Records how a render ended. The batch's last one also closes the batch and, if the batch has a webhook, stores
     * its delivery, all in one transaction.
     *
     * @return what is no longer going on after this
     */
    Ending finish(RenderJob job, RenderOutcome outcome, Instant now, Notice notice);

    /** Ends what is still queued of a batch; empty if the account has no such batch. */
    Optional<Ending> cancel(String account, String batchId, Instant now, Notice notice);

    /** Renders whose lease ended before {@code now}, which their worker will therefore never end. */
    List<RenderJob> expired(Instant now);

    /** Puts a render whose lease ended back into the queue. */
    void requeue(RenderJob job);

    /** What an ended batch's webhook is told. */
    @FunctionalInterface
    interface Notice {
        /** The delivery for that batch. */
        NewDelivery of(BatchState ended, String webhook, Instant now);
    }

    /** What a change brought to its end. */
    enum Ending {
        /** Nothing: another attempt had taken over, or nothing was left to end. */
        NOTHING,
        /** The render alone. */
        RENDER,
        /** The render and with it its batch. */
        BATCH
    }

    /**
     * One page.
     *
     * @param total how many batches all pages have
     */
    record Page(List<BatchState> batches, long total) {}
}
