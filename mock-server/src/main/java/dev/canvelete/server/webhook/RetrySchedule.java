package dev.canvelete.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failed attempt.
 *
 * @param waits the first after the first attempt; after the last wait's attempt there is no more
 */
public record RetrySchedule(List<Duration> waits) {
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /** 5 s, 30 s, 2 min, 10 min, 1 h. */
    public static RetrySchedule standard() {
        return new RetrySchedule(List.of(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Duration.ofHours(1)));
    }

    /**
     * What to do after an attempt.
     *
     * @param number the attempt's, counted from 1
     * @param random takes up to a tenth off the wait, so that what failed together is not tried again together
     */
    NextStep after(int number, Attempt attempt, RandomGenerator random) {
        if (attempt.accepted()) {
            return new NextStep.Delivered();
        }
        if (attempt.gone()) {
            return new NextStep.Gone();
        }
        if (number > waits.size()) {
            return new NextStep.Exhausted();
        }
        Duration wait = sooner(waits.get(number - 1), random);
        Duration asked = attempt.retryAfter();
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
        }
        Instant ended = attempt.startedAt().plus(attempt.took());
        return new NextStep.Retry(ended.plus(wait));
    }

    private static Duration sooner(Duration wait, RandomGenerator random) {
        return wait.minusNanos((long) (random.nextDouble() * wait.toNanos() / 10));
    }
}
