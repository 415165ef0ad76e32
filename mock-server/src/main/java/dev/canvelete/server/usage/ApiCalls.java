package dev.canvelete.server.usage;

import dev.canvelete.server.clock.WorldClocks;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts calls. They are kept in memory and stored each second, before they are read, and when this is closed, so that
 * no request waits for it; a process that is killed loses what it counted in its last second. Thread-safe.
 */
public final class ApiCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiCalls.class);

    private final UsageStore store;
    private final WorldClocks clocks;
    private final Map<Call, Long> counted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("api-calls").unstarted(task));

    public ApiCalls(UsageStore store, WorldClocks clocks) {
        this.store = store;
        this.clocks = clocks;
        timer.scheduleWithFixedDelay(this::storeQuietly, 1, 1, TimeUnit.SECONDS);
    }

    /** Counts one call of that endpoint, such as {@code GET /v1/designs/{designId}}. */
    public void count(String account, String endpoint) {
        LocalDate today = LocalDate.ofInstant(clocks.now(account), ZoneOffset.UTC);
        counted.merge(new Call(account, today, endpoint), 1L, Long::sum);
    }

    /** Stores what was counted since the last time. */
    synchronized void store() {
        Map<Call, Long> taken = new ConcurrentHashMap<>();
        counted.keySet().forEach(call -> {
            Long calls = counted.remove(call);
            if (calls != null) {
                taken.put(call, calls);
            }
        });
        if (taken.isEmpty()) {
            return;
        }
        try {
            store.addCalls(taken);
        } catch (RuntimeException e) {
            taken.forEach((call, calls) -> counted.merge(call, calls, Long::sum));
            throw e;
        }
    }

    /**
     * Forgets what was counted and is not stored yet.
     *
     * @param account null for all
     */
    public synchronized void forget(@Nullable String account) {
        counted.keySet().removeIf(call -> account == null || call.account().equals(account));
    }

    private void storeQuietly() {
        try {
            store();
        } catch (RuntimeException e) {
            LOG.warn("the counted API calls could not be stored, and will be later", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        storeQuietly();
    }

    /** Calls of one endpoint by one account on one day, in UTC. */
    public record Call(String account, LocalDate day, String endpoint) {}
}
