package dev.canvelete.render.bind.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO 8601 dates and writes them by patterns, in English and in the offset that they come with, whatever the
 * machine's language, region and time zone are.
 */
final class Dates {
    /** The latest time that JavaScript has, in milliseconds from 1970. */
    private static final double LATEST = 8.64e15;

    private static final int LONGEST = 64;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    /** A date, a date and time with or without an offset (UTC without), or milliseconds since 1970; null if none. */
    static @Nullable OffsetDateTime read(JsonNode value) {
        if (value.isNumber() && Math.abs(value.doubleValue()) <= LATEST) {
            return Instant.ofEpochMilli(value.longValue()).atOffset(ZoneOffset.UTC);
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST) {
            return null;
        }
        try {
            var time = ISO.parseBest(
                    Values.trim(value.textValue()), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return time instanceof OffsetDateTime exact
                    ? exact
                    : time instanceof LocalDateTime local
                            ? local.atOffset(ZoneOffset.UTC)
                            : LocalDate.from(time).atStartOfDay().atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * A date by a pattern of Unicode TR 35's letters: {@code y M d E H h m s S a X}, also in the spelling of Moment
     * ({@code YYYY}, {@code DD}, {@code dddd}, {@code A}). Text between single quotes stands as it is; two are one.
     */
    static String text(OffsetDateTime time, String pattern) throws ExpressionException {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        int end;
        for (int i = 0; i < pattern.length(); i = end) {
            char c = pattern.charAt(i);
            end = i + 1;
            if (pattern.startsWith("''", i)) {
                text.append(c);
                end++;
            } else if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                text.append(field(time, c, end - i, pattern));
            } else {
                text.append(c);
            }
        }
        if (quoted) {
            throw new ExpressionException("a date's pattern lacks a closing ': " + pattern);
        }
        return text.toString();
    }

    private static String field(OffsetDateTime time, char letter, int count, String pattern)
            throws ExpressionException {
        return switch (letter) {
            case 'y', 'Y', 'u' ->
                count == 2 ? padded(Math.floorMod(time.getYear(), 100), 2) : padded(time.getYear(), count);
            case 'M', 'L' -> count < 3 ? padded(time.getMonthValue(), count) : name(time.getMonth(), count);
            case 'd', 'D' -> count < 3 ? padded(time.getDayOfMonth(), count) : name(time.getDayOfWeek(), count);
            case 'E' -> name(time.getDayOfWeek(), count);
            case 'H' -> padded(time.getHour(), count);
            case 'h' -> padded((time.getHour() + 11) % 12 + 1, count);
            case 'm' -> padded(time.getMinute(), count);
            case 's' -> padded(time.getSecond(), count);
            case 'S' -> padded(time.getNano(), 9).substring(0, Math.min(count, 9));
            case 'a', 'A' -> time.getHour() < 12 ? "AM" : "PM";
            case 'X', 'x', 'Z' -> time.getOffset().getId();
            default ->
                throw new ExpressionException("the letter " + letter + " means nothing in a date's pattern: " + pattern
                        + "; text in it stands between single quotes");
        };
    }

    /** The English name; its first three letters unless four are asked for. */
    private static String name(Enum<?> constant, int count) {
        String name = constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
        return count < 4 ? name.substring(0, 3) : name;
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
