package dev.canvelete.client.http;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Holds requests back once the service has said that no more are left ({@code X-RateLimit-Remaining: 0}), until its
 * window starts anew ({@code X-RateLimit-Reset}, Unix seconds), in place of burning attempts on 429s. It never waits
 * longer than its bound, nor longer than the request may take: then the request is sent, and the answer tells.
 * Thread-safe; what one thread learns holds for all.
 */
public final class RateLimitTransport implements Transport {
    private final Transport next;
    private final Duration longestWait;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private volatile Instant opensAt = Instant.MIN;

    public RateLimitTransport(Transport next, Duration longestWait, InstantSource clock, Sleeper sleeper) {
        this.next = next;
        this.longestWait = longestWait;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        Instant now = clock.instant();
        Instant opens = opensAt;
        Request left = request;
        if (opens.isAfter(now)) {
            Duration wait = Duration.between(now, opens);
            if (wait.compareTo(longestWait) <= 0 && wait.compareTo(request.timeout()) < 0) {
                sleeper.sleep(wait, request.target() + ": no requests left");
                left = request.withTimeout(request.timeout().minus(wait));
            }
        }
        Response response = next.send(left);
        windowEnd(response).ifPresent(end -> opensAt = end);
        return response;
    }

    /** When requests are let through again; empty when the answer does not speak of limits. */
    private static Optional<Instant> windowEnd(Response response) {
        Optional<Long> remaining = number(response, "X-RateLimit-Remaining");
        Optional<Long> reset = number(response, "X-RateLimit-Reset");
        if (remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(remaining.get() > 0 ? Instant.MIN : Instant.ofEpochSecond(reset.get()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(Response response, String header) {
        try {
            return response.header(header).map(String::strip).map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
