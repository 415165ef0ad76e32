package dev.canvelete.server.webhook;

import dev.canvelete.server.clock.WorldClocks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent and what came of it. Implementations are thread-safe. */
public interface DeliveryLog {
    /** One page, newest first. */
    Page list(Query query);

    /** A delivery; only of that account unless it is null. */
    Optional<DeliveryRecord> find(@Nullable String account, String id);

    /** Makes a delivery due now, by its account's clock, for one more attempt; nothing if it waits for one that goes on. */
    void redeliver(String id, WorldClocks clocks);

    /**
     * Which deliveries to list; null stands for all.
     *
     * @param page counted from 1
     * @param limit the most deliveries of a page
     */
    record Query(
            @Nullable String account,
            @Nullable String endpointId,
            @Nullable String eventType,
            @Nullable String status,
            int page,
            int limit) {}

    /**
     * One page.
     *
     * @param total how many deliveries all pages have
     */
    record Page(List<DeliveryRecord> deliveries, long total) {}
}
