package dev.canvelete.server.limits;

import java.time.Duration;

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

    Duration window() {
        return window;
    }
}
