package dev.canvelete.server.artifact;

import java.time.Duration;

/**
 * How long finished files are kept.
 *
 * @param age how long after its last use a file goes
 * @param bytes how much may be kept at most; the files that were not used for longest go first
 */
public record Retention(Duration age, long bytes) {
    /** Thirty days, and 10 GB. */
    public static Retention standard() {
        return new Retention(Duration.ofDays(30), 10_000_000_000L);
    }

    public Retention {
        if (age.isNegative() || age.isZero() || bytes < 0) {
            throw new IllegalArgumentException("a retention is longer than nothing");
        }
    }
}
