package dev.canvelete.client.error;

import java.time.Duration;
import java.util.Optional;

/** 429: a limit of the plan is used up, and it lasts longer than the call may wait. */
public final class RateLimitException extends ApiException {
    private static final long serialVersionUID = 1;

    RateLimitException(ApiFailure failure) {
        super(failure, null);
    }

    /** How long the service asks to wait; empty when it does not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(failure().retryAfter());
    }
}
