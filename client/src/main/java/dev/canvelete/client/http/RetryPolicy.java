package dev.canvelete.client.http;

import java.time.Duration;

/**
 * When and how often a request is sent again.
 *
 * @param retries how many times at most, after the first attempt; 0 for never
 * @param firstPause the pause before the first retry; it doubles each time
 * @param longestPause what the doubling stops at
 * @param longestRetryAfter the longest {@code Retry-After} that is waited for; a longer one ends the call
 * @param attemptTimeout how long one attempt may take
 */
public record RetryPolicy(
        int retries, Duration firstPause, Duration longestPause, Duration longestRetryAfter, Duration attemptTimeout) {
    /** Four retries from half a second to eight; up to a minute of {@code Retry-After}; 30 seconds an attempt. */
    public static RetryPolicy standard() {
        return new RetryPolicy(
                4, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofMinutes(1), Duration.ofSeconds(30));
    }

    public RetryPolicy {
        if (retries < 0) {
            throw new IllegalArgumentException("retries is " + retries + "; 0 or more is right");
        }
    }

    /** This policy with another number of retries. */
    public RetryPolicy withRetries(int other) {
        return new RetryPolicy(other, firstPause, longestPause, longestRetryAfter, attemptTimeout);
    }

    /** This policy with another time for each attempt. */
    public RetryPolicy withAttemptTimeout(Duration other) {
        return new RetryPolicy(retries, firstPause, longestPause, longestRetryAfter, other);
    }

    /** Whether an answer of that status may be followed by a better one: 408, 429 and 5xx but 501 and 505. */
    static boolean retryable(int status) {
        return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
    }

    /**
     * The pause before a retry when the service does not name one.
     *
     * @param retry 1 for the first
     * @param jitter 0..1; how much of the upper half of the pause is taken
     */
    Duration pause(int retry, double jitter) {
        double full = Math.min((double) firstPause.toNanos() * Math.pow(2, retry - 1), (double) longestPause.toNanos());
        return Duration.ofNanos((long) (full * (0.5 + jitter / 2)));
    }
}
