package dev.canvelete.server.webhook;

import dev.canvelete.server.clock.WorldClocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent and what came of it. Implementations are thread-safe. */
public interface DeliveryLog {
    /** One page, newest first. */
    Page list(Query query);

    /**
     * The deliveries of all accounts, newest first, without their bodies and attempts.
     *
     * @param before only those with a smaller {@link Head#seq}
     */
    List<Head> heads(long before, int most);

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
     * What a list shows of a delivery.
     *
     * @param seq later deliveries have larger ones
     * @param attempts how many began
     * @param dueAt when it is sent next, or was sent last
     */
    record Head(
            long seq,
            String id,
            String eventId,
            String eventType,
            String url,
            String status,
            int attempts,
            Instant dueAt) {}

    /**
     * One page.
     *
     * @param total how many deliveries all pages have
     */
    record Page(List<DeliveryRecord> deliveries, long total) {}
}
