package dev.canvelete.client.http;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request again, as it is, after a broken connection, 408, 429 or 5xx; a 429 that says how long to wait does not
 * count as one of the retries. The request's timeout bounds all attempts and the pauses between them together; when a
 * pause would outlast it, the last answer or error stands. A POST is safe
 * to repeat only because it carries an {@code Idempotency-Key}; one without is sent once. Thread-safe.
 */
public final class RetryTransport implements Transport {
    /** The header that makes a POST safe to repeat. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Logger log = LoggerFactory.getLogger(RetryTransport.class);

    private final Transport next;
    private final RetryPolicy policy;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final DoubleSupplier jitter;

    /**
     * Wraps a transport.
     *
     * @param jitter gives numbers of 0..1
     */
    public RetryTransport(
            Transport next, RetryPolicy policy, InstantSource clock, Sleeper sleeper, DoubleSupplier jitter) {
        this.next = next;
        this.policy = policy;
        this.clock = clock;
        this.sleeper = sleeper;
        this.jitter = jitter;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        Instant deadline = clock.instant().plus(request.timeout());
        int retries = repeatable(request) ? policy.retries() : 0;
        int retry = 1;
        while (true) {
            Outcome outcome = attempt(request.withTimeout(attemptTimeout(request, deadline)));
            boolean asked = isAskedToWait(outcome);
            Optional<Duration> pause =
                    retry > retries && !(asked && retries > 0) ? Optional.empty() : pause(outcome, retry, deadline);
            if (pause.isEmpty()) {
                return outcome.unwrap();
            }
            log.debug(
                    "{}: {}; again in {} ms",
                    request.target(),
                    outcome,
                    pause.get().toMillis());
            sleeper.sleep(pause.get(), request.target() + ": " + outcome);
            retry += asked ? 0 : 1;
        }
    }

    /** Waiting as long as a 429 says is no failed attempt: only time bounds how often that may happen. */
    private boolean isAskedToWait(Outcome outcome) {
        Response response = outcome.response;
        return response != null
                && response.status() == 429
                && RetryAfter.of(response, clock.instant())
                        .filter(d -> !d.isZero())
                        .isPresent();
    }

    private Duration attemptTimeout(Request request, Instant deadline) throws HttpTimeoutException {
        Duration left = Duration.between(clock.instant(), deadline);
        if (left.isZero() || left.isNegative()) {
            throw new HttpTimeoutException("no time left for " + request.target());
        }
        Duration most = policy.attemptTimeout().plus(request.patience());
        return left.compareTo(most) < 0 ? left : most;
    }

    private static boolean repeatable(Request request) {
        return !request.method().equals("POST") || request.headers().containsKey(IDEMPOTENCY_KEY);
    }

    private Outcome attempt(Request request) throws InterruptedException {
        try {
            return new Outcome(next.send(request), null);
        } catch (IOException e) {
            return new Outcome(null, e);
        }
    }

    /** How long to wait before the next attempt; empty when there is to be none. */
    private Optional<Duration> pause(Outcome outcome, int retry, Instant deadline) {
        Response response = outcome.response;
        if (response != null && !RetryPolicy.retryable(response.status())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Duration> asked = response == null ? Optional.empty() : RetryAfter.of(response, now);
        Duration pause = asked.orElseGet(() -> policy.pause(retry, jitter.getAsDouble()));
        boolean tooLong = asked.isPresent() && pause.compareTo(policy.longestRetryAfter()) > 0;
        return tooLong || !now.plus(pause).isBefore(deadline) ? Optional.empty() : Optional.of(pause);
    }

    @Override
    public void close() {
        next.close();
    }

    /** An answer or an error; one of them is there. */
    private record Outcome(
            @Nullable Response response, @Nullable IOException error) {
        Response unwrap() throws IOException {
            if (response != null) {
                return response;
            }
            throw error == null ? new IOException("neither answer nor error") : error;
        }

        @Override
        public String toString() {
            return response == null ? String.valueOf(error) : "status " + response.status();
        }
    }
}
