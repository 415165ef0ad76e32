package dev.canvelete.server.signal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whoever waits for a batch or a render that it has ended. Thread-safe. */
public final class Endings implements AutoCloseable {
    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final WakeUp onlookers;
    private volatile boolean closed;

    /** @param onlookers called at every end */
    public Endings(WakeUp onlookers) {
        this.onlookers = onlookers;
    }

    /**
     * A future of the caller's own that completes when that batch or render ends, or the server closes. Ask only for
     * what is there and has not ended: the place is kept until it ends.
     */
    public CompletableFuture<Void> of(String id) {
        CompletableFuture<Void> future =
                waiting.computeIfAbsent(id, key -> new CompletableFuture<>()).copy();
        if (closed) {
            ended(Set.of(id));
        }
        return future;
    }

    /** Lets everybody go on who waits for one of them. */
    public void ended(Collection<String> ids) {
        for (String id : ids) {
            CompletableFuture<Void> future = waiting.remove(id);
            if (future != null) {
                future.complete(null);
            }
        }
        onlookers.call();
    }

    /** Whether nobody is to wait any longer, because the server closes. */
    public boolean closed() {
        return closed;
    }

    /** Lets everybody look whether it has ended. */
    void all() {
        ended(waiting.keySet());
    }

    @Override
    public void close() {
        closed = true;
        all();
    }
}
