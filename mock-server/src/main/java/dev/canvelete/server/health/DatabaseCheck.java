package dev.canvelete.server.health;

import com.codahale.metrics.health.HealthCheck;

/** Whether the database answers. */
public final class DatabaseCheck extends HealthCheck {
    private final Runnable query;

    /** @param query asks the database something trivial, and throws if it does not answer */
    public DatabaseCheck(Runnable query) {
        this.query = query;
    }

    @Override
    protected Result check() {
        query.run();
        return Result.healthy("it answers");
    }
}
