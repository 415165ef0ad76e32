package dev.canvelete.client;

import java.time.Duration;

/** What was used of the plan. Thread-safe. */
public final class UsageService {
    private final JsonApi api;

    UsageService(JsonApi api) {
        this.api = api;
    }

    /** The present period's numbers. */
    public UsageStats stats() {
        return api.get("/api/v1/usage/stats", UsageStats.class, Duration.ZERO, api.timeout());
    }
}
