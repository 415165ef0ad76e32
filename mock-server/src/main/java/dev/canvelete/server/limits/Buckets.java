package dev.canvelete.server.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the counts of the {@link RateLimits} are kept. Implementations are thread-safe. */
public interface Buckets {
    /**
     * A bucket, which is full when it is first asked for.
     *
     * @param limit names it among the account's
     * @param clock the account's, at every call
     */
    Bucket get(String account, String limit, Supplier<Bandwidth> bandwidth, TimeMeter clock);

    /**
     * Forgets counts, so that those buckets are full again.
     *
     * @param account null for those of all
     */
    void forget(@Nullable String account);

    /** Buckets of this process alone, gone when it ends. */
    static Buckets inMemory() {
        return new InMemory();
    }

    /** Keeps those that were used last. */
    final class InMemory implements Buckets {
        private static final int MOST = 100_000;

        private final Cache<Key, Bucket> buckets =
                Caffeine.newBuilder().maximumSize(MOST).build();

        private InMemory() {}

        @Override
        public Bucket get(String account, String limit, Supplier<Bandwidth> bandwidth, TimeMeter clock) {
            return buckets.get(new Key(account, limit), key -> Bucket.builder()
                    .addLimit(bandwidth.get())
                    .withCustomTimePrecision(clock)
                    .build());
        }

        @Override
        public void forget(@Nullable String account) {
            buckets.asMap()
                    .keySet()
                    .removeIf(key -> account == null || key.account().equals(account));
        }

        private record Key(String account, String limit) {}
    }
}
