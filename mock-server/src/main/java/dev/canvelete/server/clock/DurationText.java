package dev.canvelete.server.clock;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 1.5s}, {@code 10m}, {@code 1h}, {@code 7d}, or ISO 8601. */
public final class DurationText {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h|d)");

    private DurationText() {}

    /** @throws IllegalArgumentException saying what is right */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        if (matcher.matches()) {
            BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanosIn(matcher.group(2))));
            return Duration.ofSeconds(nanos.longValue() / 1_000_000_000L, nanos.longValue() % 1_000_000_000L);
        }
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a duration such as 250ms, 1.5s, 10m, 1h, 7d or PT1H30M is right, not \"" + text + "\"", e);
        }
    }

    private static long nanosIn(String unit) {
        return switch (unit) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 86_400_000_000_000L;
        };
    }
}
