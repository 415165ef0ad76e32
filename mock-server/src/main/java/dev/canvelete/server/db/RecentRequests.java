package dev.canvelete.server.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.canvelete.api.render.RenderRequest;
import org.jspecify.annotations.Nullable;

/**
 * The requests that this machine has stored and not claimed yet, as far as there is room, so that it need not read again
 * what it has just written: with a photo in the data, that takes a good part of a render's time. Thread-safe.
 */
final class RecentRequests {
    private static final int HEAP_SHARE = 16;
    private static final int BYTES_A_CHARACTER = 2;

    /** What a small one takes at least. */
    private static final int LEAST_BYTES = 1 << 10;

    private final Cache<String, Stored> requests = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
            .weigher((String renderId, Stored stored) -> LEAST_BYTES + BYTES_A_CHARACTER * stored.length)
            .build();

    /** @param length of the request as JSON, in characters */
    void add(String renderId, RenderRequest request, int length) {
        requests.put(renderId, new Stored(request, length));
    }

    /** The request of that render, for its first claim here; null if it is to be read. */
    @Nullable RenderRequest take(String renderId) {
        Stored stored = requests.asMap().remove(renderId);
        return stored == null ? null : stored.request;
    }

    private record Stored(RenderRequest request, int length) {}
}
