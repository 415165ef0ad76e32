package dev.canvelete.server.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.server.batch.BatchStore.Ending;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.event.Events;
import dev.canvelete.server.transaction.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Ends renders and batches, and publishes in the same transaction that they have ended: what has ended is told, and
 * told once. Thread-safe.
 */
public final class Completion {
    private final BatchStore store;
    private final Events events;
    private final Transactions transactions;
    private final WorldClocks clocks;
    private final IntConsumer cancelled;

    /** @param cancelled told how many renders were cancelled, each time */
    public Completion(
            BatchStore store, Events events, Transactions transactions, WorldClocks clocks, IntConsumer cancelled) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.clocks = clocks;
        this.cancelled = cancelled;
    }

    /**
     * Ends renders, and the batches whose last ones they were; those that another attempt has taken over are left alone.
     *
     * @return for each, in their order, what it brought to its end
     */
    List<Ending> finish(List<RenderEnd> ends) {
        return transactions.inTurn(() -> {
            List<Ending> endings = store.finish(ends);
            Map<String, Events.Audience> audiences = new HashMap<>();
            for (int i = 0; i < ends.size(); i++) {
                if (endings.get(i) != Ending.NOTHING) {
                    RenderEnd end = ends.get(i);
                    publish(
                            end,
                            endings.get(i),
                            audiences.computeIfAbsent(end.job().account(), events::audience));
                }
            }
            return endings;
        });
    }

    /**
     * Ends what is still queued of a batch.
     *
     * @throws Refusal if the account has no such batch
     */
    void cancel(String account, String batchId) {
        int renders = transactions.in(() -> {
            BatchStore.Cancelled ended = store.cancel(account, batchId, clocks.now(account))
                    .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Batch not found"));
            if (ended.batch()) {
                publishBatch(account, batchId, events.audience(account));
            }
            return ended.renders();
        });
        cancelled.accept(renders);
    }

    private void publish(RenderEnd end, Ending ending, Events.Audience audience) {
        RenderJob job = end.job();
        String type =
                switch (end.outcome()) {
                    case RenderOutcome.Completed completed -> EventTypes.RENDER_COMPLETED;
                    case RenderOutcome.Failed failed -> EventTypes.RENDER_FAILED;
                };
        audience.publish(type, job.webhook(), () -> ended(job));
        if (job.export() && end.outcome() instanceof RenderOutcome.Completed) {
            audience.publish(EventTypes.EXPORT_COMPLETED, null, () -> ended(job));
        }
        if (ending == Ending.BATCH && job.batchId() != null) {
            publishBatch(job.account(), job.batchId(), audience);
        }
    }

    private ObjectNode ended(RenderJob job) {
        return EventData.render(found(store.findRender(job.account(), job.renderId())));
    }

    private void publishBatch(String account, String batchId, Events.Audience audience) {
        audience.publish(
                EventTypes.BATCH_COMPLETED,
                store.webhook(batchId).orElse(null),
                () -> EventData.batch(found(store.find(account, batchId))));
    }

    private static <T> T found(Optional<T> ended) {
        return ended.orElseThrow(() -> new IllegalStateException("what has just ended is not there"));
    }
}
