package dev.canvelete.server.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.distributed.proxy.ProxyManager;

/** Where the counts of the {@link RateLimits} are kept. */
@FunctionalInterface
public interface Buckets {
    /** Thread-safe buckets by their names, whose time is the clock's. */
    ProxyManager<String> open(TimeMeter clock);

    /** Buckets of this process alone, gone when it ends. */
    static Buckets inMemory() {
        int most = 100_000;
        return clock -> Bucket4jCaffeine.<String>builderFor(
                        Caffeine.newBuilder().maximumSize(most))
                .clientClock(clock)
                .build();
    }
}
