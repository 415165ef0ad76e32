package dev.canvelete.server.batch;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The leases of the renders that this machine has claimed and whose end it has not stored. Thread-safe. */
final class Leases {
    private final BatchStore store;
    private final Duration length;
    private final Map<String, RenderJob> held = new ConcurrentHashMap<>();

    /** @param length how long a claim holds without a sign of life */
    Leases(BatchStore store, Duration length) {
        this.store = store;
        this.length = length;
    }

    Duration length() {
        return length;
    }

    void hold(Collection<RenderJob> claimed) {
        claimed.forEach(job -> held.put(job.renderId(), job));
    }

    void release(RenderJob job) {
        held.computeIfPresent(job.renderId(), (id, other) -> other.attempt() == job.attempt() ? null : other);
    }

    int held() {
        return held.size();
    }

    void renew() {
        store.renew(held.values(), length);
    }
}
