package dev.canvelete.server.admin;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.signal.WakeUp;
import dev.canvelete.server.webhook.DeliveryLog;
import dev.canvelete.server.webhook.DeliveryRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The webhooks of all worlds. Thread-safe. */
public final class Deliveries {
    private final DeliveryLog log;
    private final WakeUp dispatcher;
    private final WorldClocks clocks;

    public Deliveries(DeliveryLog log, WakeUp dispatcher, WorldClocks clocks) {
        this.log = log;
        this.dispatcher = dispatcher;
        this.clocks = clocks;
    }

    /**
     * The newest deliveries with all their attempts.
     *
     * @param world null for those of all worlds
     */
    public List<DeliveryRecord> list(@Nullable String world, int most) {
        return log.list(new DeliveryLog.Query(world, null, null, null, 1, most)).deliveries();
    }

    /**
     * Sends a delivery once more, at once.
     *
     * @return the delivery as it stands
     * @throws Refusal if there is none of that id
     */
    public DeliveryRecord redeliver(String id) {
        if (log.find(null, id).isEmpty()) {
            throw notFound();
        }
        log.redeliver(id, clocks);
        dispatcher.call();
        return log.find(null, id).orElseThrow(Deliveries::notFound);
    }

    private static Refusal notFound() {
        return Refusal.of(ErrorCode.NOT_FOUND, "Delivery not found");
    }
}
