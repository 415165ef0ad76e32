package dev.canvelete.render.output;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** Encoded bands of all designs, kept while there is room for them. Thread-safe. */
final class BandCache {
    private static final long BUDGET = 64L << 20;

    private final Cache<Object, Weighed> kept = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(BUDGET)
            .weigher((Object key, Weighed band) -> band.bytes)
            .build();

    private record Weighed(Object band, int bytes) {}

    @Nullable Object get(Object key) {
        Weighed found = kept.getIfPresent(key);
        return found == null ? null : found.band;
    }

    /** @param bytes about what key and band take in memory */
    void put(Object key, Object band, int bytes) {
        kept.put(key, new Weighed(band, bytes));
    }
}
