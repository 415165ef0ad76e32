package dev.canvelete.server.batch;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchRequest;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.limits.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes batches and single renders in, and tells how far they have come. Thread-safe. */
public final class BatchService {
    private final BatchStore store;
    private final RateLimits limits;
    private final Completion completion;
    private final LongPolls polls;
    private final IdSource ids;
    private final WorldClocks clocks;
    private final RenderInterceptor interceptor;

    public BatchService(
            BatchStore store,
            RateLimits limits,
            Completion completion,
            LongPolls polls,
            IdSource ids,
            WorldClocks clocks,
            RenderInterceptor interceptor) {
        this.store = store;
        this.limits = limits;
        this.completion = completion;
        this.polls = polls;
        this.ids = ids;
        this.clocks = clocks;
        this.interceptor = interceptor;
    }

    /**
     * Stores a batch whose form is right and sets the workers to it.
     *
     * @throws Refusal if the hour's batch requests are used up
     */
    public BatchAccepted submit(Account account, BatchRequest request) {
        limits.countBatch(account);
        List<NewBatch.NewRender> renders = new ArrayList<>(request.renders().size());
        request.renders()
                .forEach(render -> renders.add(new NewBatch.NewRender(ids.next("render"), render, null, false)));
        NewBatch batch =
                new NewBatch(ids.next("batch"), account.id(), request.webhook(), clocks.now(account.id()), renders);
        interceptor.accepted(account.id(), renders);
        try {
            store.insert(batch);
        } catch (RuntimeException e) {
            limits.uncountBatch(account);
            throw e;
        }
        return new BatchAccepted(
                batch.id(),
                RenderStatus.PROCESSING,
                renders.size(),
                0,
                renders.stream()
                        .map(render -> new BatchAccepted.QueuedRender(render.id(), RenderStatus.QUEUED))
                        .toList());
    }

    /**
     * Stores one render and sets the workers to it.
     *
     * @param webhook who is told when it has ended
     */
    public RenderResult submitSingle(Account account, RenderRequest request, @Nullable String webhook) {
        return submit(account, new NewBatch.NewRender(ids.next("render"), request, webhook, false));
    }

    /** Stores one render that exports a design, and sets the workers to it. */
    public RenderResult submitExport(Account account, RenderRequest request) {
        return submit(account, new NewBatch.NewRender(ids.next("render"), request, null, true));
    }

    private RenderResult submit(Account account, NewBatch.NewRender render) {
        interceptor.accepted(account.id(), List.of(render));
        store.insertSingle(account.id(), render, clocks.now(account.id()));
        return render(account, render.id());
    }

    /**
     * A batch as it is when it has ended, or when the wait is over. No thread waits meanwhile.
     *
     * @throws Refusal if the account has no such batch
     */
    public CompletableFuture<BatchState> await(Account account, String batchId, Duration wait) {
        // While it goes on, nobody needs to know of its renders.
        return polls.await(account.id(), batchId, wait, () -> status(account, batchId), RenderStatus::ended)
                .thenApply(status -> batch(account, batchId));
    }

    /**
     * A render as it is when it has ended, or when the wait is over.
     *
     * @throws Refusal if the account has no such render
     */
    public CompletableFuture<RenderResult> awaitRender(Account account, String renderId, Duration wait) {
        return polls.await(account.id(), renderId, wait, () -> render(account, renderId), state -> state.status()
                .ended());
    }

    /**
     * A batch as it stands.
     *
     * @throws Refusal if the account has no such batch
     */
    public BatchState batch(Account account, String batchId) {
        return store.find(account.id(), batchId).orElseThrow(() -> notFound("Batch"));
    }

    private RenderStatus status(Account account, String batchId) {
        return store.status(account.id(), batchId).orElseThrow(() -> notFound("Batch"));
    }

    /**
     * A render as it stands.
     *
     * @throws Refusal if the account has no such render
     */
    public RenderResult render(Account account, String renderId) {
        return store.findRender(account.id(), renderId).orElseThrow(() -> notFound("Render"));
    }

    /** One page of an account's batches, newest first, without their renders. */
    public BatchStore.Page list(Account account, int page, int limit) {
        return store.list(account.id(), page, limit);
    }

    /**
     * Ends what is still queued of a batch.
     *
     * @throws Refusal if the account has no such batch
     */
    public BatchState cancel(Account account, String batchId) {
        completion.cancel(account.id(), batchId);
        return batch(account, batchId);
    }

    private static Refusal notFound(String what) {
        return Refusal.of(ErrorCode.NOT_FOUND, what + " not found");
    }
}
