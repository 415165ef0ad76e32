package dev.canvelete.server.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /** How long to wait, given as seconds or as a date; null if it is neither. */
    static @Nullable Duration parse(String value, Instant now) {
        String given = value.strip();
        if (given.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(given));
        }
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(given, Instant::from);
            return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
