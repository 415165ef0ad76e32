package dev.canvelete.server.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.server.account.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the dashboard reads, of all accounts together. Implementations are thread-safe and never write. */
public interface DashboardStore {
    /** How many of everything there are. */
    Totals totals();

    /**
     * Batches, newest first.
     *
     * @param before only those with a smaller {@link Batch#seq}
     */
    List<Batch> batches(long before, int most);

    /** One batch. */
    Optional<Batch> batch(String id);

    /** The renders of a batch in the order of the request, from the given position. */
    List<Render> rendersOf(String batchId, int from, int most);

    /**
     * Renders that are part of no batch, newest first.
     *
     * @param before only those with a smaller {@link Render#seq}
     */
    List<Render> singles(long before, int most);

    /** One render. */
    Optional<Render> render(String id);

    /** Every design, oldest first, without what is on the canvases. */
    List<DesignEntry> designs(int most);

    /** One design, whole. */
    Optional<DesignEntry> design(String id);

    /** The accounts whose keys were used last, the latest first. */
    List<Account> activeAccounts(int most);

    /** Counts over all accounts. */
    record Totals(long batches, long renders, long waiting, long deliveries, long undelivered) {}

    /**
     * A batch.
     *
     * @param seq later batches have larger ones
     * @param unfinished how many renders have not ended
     */
    record Batch(
            long seq,
            String id,
            String account,
            String status,
            @Nullable String webhook,
            int total,
            int completed,
            int failed,
            int unfinished,
            Instant createdAt,
            @Nullable Instant completedAt) {}

    /**
     * A render.
     *
     * @param seq later renders have larger ones
     * @param request as it was asked for, with all of its data, or null in a list
     * @param result what the API tells of it
     */
    record Render(
            long seq,
            String account,
            @Nullable String batchId,
            int position,
            @Nullable JsonNode request,
            RenderResult result) {}

    /**
     * A design.
     *
     * @param account null for one that every account sees
     * @param source the design's own JSON, or null in a list
     */
    record DesignEntry(
            String id,
            @Nullable String account,
            String name,
            String status,
            long version,
            int width,
            int height,
            Instant updatedAt,
            @Nullable ObjectNode source) {}
}
