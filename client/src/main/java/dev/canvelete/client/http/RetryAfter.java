package dev.canvelete.client.http;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Reads the {@code Retry-After} header (RFC 9110, section 10.2.3): whole seconds, or a date. */
public final class RetryAfter {
    /** Seconds beyond this many digits are as good as forever. */
    private static final int MOST_DIGITS = 12;

    private RetryAfter() {}

    /** How long an answer asks to wait. */
    public static Optional<Duration> of(Response response, Instant now) {
        return response.header("Retry-After").flatMap(value -> parse(value, now));
    }

    /**
     * How long a header's value asks to wait, never less than zero.
     *
     * @param now what a date is counted from
     * @return empty for a value that is neither seconds nor a date
     */
    public static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(
                    text.length() > MOST_DIGITS ? (long) Math.pow(10, MOST_DIGITS) : Long.parseLong(text)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, RFC_1123_DATE_TIME).toInstant();
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
