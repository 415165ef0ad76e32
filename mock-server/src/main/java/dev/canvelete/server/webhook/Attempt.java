package dev.canvelete.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt to deliver.
 *
 * @param headers the request's
 * @param status the answer's HTTP status; null when there was no answer
 * @param response the beginning of the answer's body
 * @param error why there was no answer
 * @param retryAfter how long the receiver asked to be left alone
 */
public record Attempt(
        Instant startedAt,
        Duration took,
        Map<String, String> headers,
        @Nullable Integer status,
        @Nullable String response,
        @Nullable String error,
        @Nullable Duration retryAfter) {
    /** One that never left. */
    public static Attempt unsent(Instant time, String why) {
        return new Attempt(time, Duration.ZERO, Map.of(), null, null, why, null);
    }

    /** Whether the receiver took the event. */
    public boolean accepted() {
        return status != null && status >= 200 && status < 300;
    }

    /** Whether the receiver says that it will never take one again. */
    boolean gone() {
        return status != null && status == 410;
    }
}
