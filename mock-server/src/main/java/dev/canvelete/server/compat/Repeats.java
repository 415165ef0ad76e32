package dev.canvelete.server.compat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices a POST that is sent once more after it was answered with 429 or 5xx, or not at all: the Python client's HTTP
 * library does so without telling its caller, and without an idempotency key the work may be done twice. Thread-safe.
 */
public final class Repeats {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Cache<Key, Failed> failed =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** The hint, if this POST repeats one that failed a short while ago. */
    public Optional<String> hint(@Nullable String world, String path, String body, Instant now) {
        Failed earlier = failed.getIfPresent(Key.of(world, path, body));
        if (earlier == null || Duration.between(earlier.at(), now).abs().compareTo(SOON) > 0) {
            return Optional.empty();
        }
        return Optional.of("repeated: the same POST was "
                + (earlier.status() == 0 ? "not answered" : "answered with " + earlier.status())
                + " before; the Python client repeats silently, and without an Idempotency-Key the work may be done"
                + " twice");
    }

    /** Notes how a POST was answered; 0 for not at all. */
    public void answered(@Nullable String world, String path, String body, int status, Instant now) {
        if (status == 0 || status == 429 || status >= 500) {
            failed.put(Key.of(world, path, body), new Failed(status, now));
        } else {
            failed.invalidate(Key.of(world, path, body));
        }
    }

    /** Bodies are told apart by length and hash, which is enough for a hint. */
    private record Key(@Nullable String world, String path, int length, int hash) {
        static Key of(@Nullable String world, String path, String body) {
            return new Key(world, path, body.length(), body.hashCode());
        }
    }

    private record Failed(int status, Instant at) {}
}
