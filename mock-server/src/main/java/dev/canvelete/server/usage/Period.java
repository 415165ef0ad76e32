package dev.canvelete.server.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param until the first moment after it
 */
public record Period(Instant from, Instant until) {
    /** The calendar month, in UTC, that the moment lies in. */
    public static Period monthOf(Instant moment) {
        OffsetDateTime first = moment.atOffset(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        return new Period(first.toInstant(), first.plusMonths(1).toInstant());
    }

    /** The days that end with the moment's own, in UTC. */
    static Period daysUntil(Instant moment, int days) {
        Instant end = moment.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return new Period(end.minus(days, ChronoUnit.DAYS), end);
    }

    /** How long it is, in whole hours. */
    long hours() {
        return Duration.between(from, until).toHours();
    }
}
