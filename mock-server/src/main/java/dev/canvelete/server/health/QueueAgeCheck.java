package dev.canvelete.server.health;

import com.codahale.metrics.health.HealthCheck;
import dev.canvelete.server.batch.RenderQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Whether renders are taken up in time, by the service's clock. */
public final class QueueAgeCheck extends HealthCheck {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final BoundedReading<RenderQueue.Backlog> backlog;
    private final InstantSource clock;

    public QueueAgeCheck(BoundedReading<RenderQueue.Backlog> backlog, InstantSource clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    @Override
    protected Result check() {
        return backlog.read().map(this::of).orElseGet(() -> Result.unhealthy("the database does not answer in time"));
    }

    private Result of(RenderQueue.Backlog read) {
        Optional<Instant> oldest = read.oldest();
        if (oldest.isEmpty()) {
            return Result.healthy("no render waits");
        }
        Duration age = Duration.between(oldest.get(), clock.instant());
        String message = "%d renders wait, the oldest for %d s; up to %d s are well"
                .formatted(read.length(), age.toSeconds(), LONGEST.toSeconds());
        return age.compareTo(LONGEST) > 0 ? Result.unhealthy(message) : Result.healthy(message);
    }
}
