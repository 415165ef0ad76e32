package dev.canvelete.server.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.server.batch.BatchStore.Ending;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.event.Events;
import dev.canvelete.server.transaction.Transactions;
import java.util.Optional;

/**
 * Ends renders and batches, and publishes in the same transaction that they have ended: what has ended is told, and
 * told once. Thread-safe.
 */
public final class Completion {
    private final BatchStore store;
    private final Events events;
    private final Transactions transactions;
    private final WorldClocks clocks;

    public Completion(BatchStore store, Events events, Transactions transactions, WorldClocks clocks) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.clocks = clocks;
    }

    /** Ends a render, and its batch if it was the last; does nothing if another attempt has taken over. */
    Ending finish(RenderJob job, RenderOutcome outcome) {
        return transactions.in(() -> {
            Ending ending = store.finish(job, outcome, clocks.now(job.account()));
            if (ending != Ending.NOTHING) {
                publish(job, outcome);
            }
            if (ending == Ending.BATCH && job.batchId() != null) {
                publishBatch(job.account(), job.batchId());
            }
            return ending;
        });
    }

    /**
     * Ends what is still queued of a batch.
     *
     * @throws Refusal if the account has no such batch
     */
    void cancel(String account, String batchId) {
        transactions.in(() -> {
            Ending ending = store.cancel(account, batchId, clocks.now(account))
                    .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Batch not found"));
            if (ending == Ending.BATCH) {
                publishBatch(account, batchId);
            }
            return ending;
        });
    }

    private void publish(RenderJob job, RenderOutcome outcome) {
        String type =
                switch (outcome) {
                    case RenderOutcome.Completed completed -> EventTypes.RENDER_COMPLETED;
                    case RenderOutcome.Failed failed -> EventTypes.RENDER_FAILED;
                };
        events.publish(job.account(), type, job.webhook(), () -> ended(job));
        if (job.export() && outcome instanceof RenderOutcome.Completed) {
            events.publish(job.account(), EventTypes.EXPORT_COMPLETED, null, () -> ended(job));
        }
    }

    private ObjectNode ended(RenderJob job) {
        return EventData.render(found(store.findRender(job.account(), job.renderId())));
    }

    private void publishBatch(String account, String batchId) {
        events.publish(
                account, EventTypes.BATCH_COMPLETED, store.webhook(batchId).orElse(null), () -> {
                    BatchState ended = found(store.find(account, batchId));
                    return EventData.batch(ended);
                });
    }

    private static <T> T found(Optional<T> ended) {
        return ended.orElseThrow(() -> new IllegalStateException("what has just ended is not there"));
    }
}
