package dev.canvelete.server.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What is left of a limit.
 *
 * @param limit how many requests its window allows
 * @param remaining how many are left
 * @param reset when it is whole again
 */
public record Allowance(int limit, int remaining, Instant reset) {
    /** The numbers that stand for "not limited": the largest that every client's integers hold. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** What somebody has who is not limited. */
    public static Allowance unlimited(Instant now) {
        return new Allowance(UNLIMITED, UNLIMITED, now.plus(Duration.ofMinutes(1)));
    }

    /** The {@code X-RateLimit-*} headers; the reset is in Unix seconds, rounded up. */
    public Map<String, String> headers() {
        long seconds = reset.getEpochSecond() + (reset.getNano() > 0 ? 1 : 0);
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(limit),
                "X-RateLimit-Remaining", Integer.toString(remaining),
                "X-RateLimit-Reset", Long.toString(seconds));
    }
}
