package dev.canvelete.server.limits;

import dev.canvelete.api.plan.Plan;
import java.time.Duration;
import java.util.OptionalInt;

/** What a plan limits. */
enum Limit {
    REQUESTS_PER_MINUTE("requestsPerMinute", "requests per minute", Duration.ofMinutes(1)),
    REQUESTS_PER_HOUR("requestsPerHour", "requests per hour", Duration.ofHours(1)),
    BATCH_REQUESTS_PER_HOUR("batchRequestsPerHour", "batch requests per hour", Duration.ofHours(1));

    private final String wireName;
    private final String label;
    private final Duration window;

    Limit(String wireName, String label, Duration window) {
        this.wireName = wireName;
        this.label = label;
        this.window = window;
    }

    String wireName() {
        return wireName;
    }

    String label() {
        return label;
    }

    /** How many a plan allows; empty for any number. */
    OptionalInt of(Plan plan) {
        return switch (this) {
            case REQUESTS_PER_MINUTE -> plan.requestsPerMinute();
            case REQUESTS_PER_HOUR -> plan.requestsPerHour();
            case BATCH_REQUESTS_PER_HOUR -> plan.batchesPerHour();
        };
    }

    Duration window() {
        return window;
    }
}
