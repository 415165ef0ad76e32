package dev.canvelete.api.plan;

import java.util.Locale;
import java.util.OptionalInt;

/** A plan and its limits, as the service documents them. An empty limit means unlimited. */
public enum Plan {
    FREE(10, 10, 10, 500),
    INDIVIDUAL(25, 100, 60, 3000),
    TEAMS(50, 500, 300, 15000),
    ENTERPRISE(100, 0, 0, 0);

    private final int largestBatch;
    private final int batchesPerHour;
    private final int requestsPerMinute;
    private final int requestsPerHour;

    Plan(int largestBatch, int batchesPerHour, int requestsPerMinute, int requestsPerHour) {
        this.largestBatch = largestBatch;
        this.batchesPerHour = batchesPerHour;
        this.requestsPerMinute = requestsPerMinute;
        this.requestsPerHour = requestsPerHour;
    }

    /** The most renders that one batch may hold. */
    public int largestBatch() {
        return largestBatch;
    }

    /** The most batch requests in an hour. */
    public OptionalInt batchesPerHour() {
        return limit(batchesPerHour);
    }

    /** The most requests of any kind in a minute. */
    public OptionalInt requestsPerMinute() {
        return limit(requestsPerMinute);
    }

    /** The most requests of any kind in an hour. */
    public OptionalInt requestsPerHour() {
        return limit(requestsPerHour);
    }

    /** The plan's name as people write it: {@code Free}. */
    public String displayName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static OptionalInt limit(int value) {
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
