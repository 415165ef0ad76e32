package dev.canvelete.server.http.sdk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads times as the clients' languages write them. */
final class Times {
    private Times() {}

    /** A time with or without its zone, or a day, whose beginning is meant; in UTC unless it says otherwise. */
    static Optional<Instant> read(String text) {
        String whole = text.length() == "2030-01-31".length() ? text + "T00:00" : text;
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(whole, Instant::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
