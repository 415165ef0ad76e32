package dev.canvelete.server.batch;

import dev.canvelete.server.signal.WakeUp;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whoever waits for a batch or a render that it has ended. Thread-safe. */
public final class Endings implements AutoCloseable {
    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final WakeUp onlookers;

    /** @param onlookers called at every end */
    public Endings(WakeUp onlookers) {
        this.onlookers = onlookers;
    }

    /** A future of the caller's own that completes when that batch or render ends, or the server closes. */
    CompletableFuture<Void> of(String id) {
        return waiting.computeIfAbsent(id, key -> new CompletableFuture<>()).copy();
    }

    void ended(String id) {
        CompletableFuture<Void> future = waiting.remove(id);
        if (future != null) {
            future.complete(null);
        }
        onlookers.call();
    }

    @Override
    public void close() {
        waiting.keySet().forEach(this::ended);
    }
}
