package dev.canvelete.client.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;

/** Logs each attempt at DEBUG: method, address, status, time. Never headers, bodies or queries. Thread-safe. */
public final class LoggingTransport implements Transport {
    private final Transport next;
    private final Logger log;
    private final InstantSource clock;

    public LoggingTransport(Transport next, Logger log, InstantSource clock) {
        this.next = next;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        Instant start = clock.instant();
        try {
            Response response = next.send(request);
            log.debug(
                    "{} answered {} in {} ms, request id {}",
                    request.target(),
                    response.status(),
                    millisSince(start),
                    response.header("X-Request-Id").orElse("none"));
            return response;
        } catch (IOException e) {
            log.debug("{} failed after {} ms: {}", request.target(), millisSince(start), e.toString());
            throw e;
        }
    }

    private long millisSince(Instant start) {
        return Duration.between(start, clock.instant()).toMillis();
    }

    @Override
    public void close() {
        next.close();
    }
}
