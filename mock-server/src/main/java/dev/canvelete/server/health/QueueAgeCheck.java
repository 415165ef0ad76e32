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

    private final RenderQueue queue;
    private final InstantSource clock;

    public QueueAgeCheck(RenderQueue queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    protected Result check() {
        RenderQueue.Backlog backlog = queue.backlog();
        Optional<Instant> oldest = backlog.oldest();
        if (oldest.isEmpty()) {
            return Result.healthy("no render waits");
        }
        Duration age = Duration.between(oldest.get(), clock.instant());
        String message = "%d renders wait, the oldest for %d s; up to %d s are well"
                .formatted(backlog.length(), age.toSeconds(), LONGEST.toSeconds());
        return age.compareTo(LONGEST) > 0 ? Result.unhealthy(message) : Result.healthy(message);
    }
}
