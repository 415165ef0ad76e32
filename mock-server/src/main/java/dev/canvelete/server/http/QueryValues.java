package dev.canvelete.server.http;

import dev.canvelete.server.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads numbers and texts of a query string. */
public final class QueryValues {
    /** The most entries of a page. */
    public static final int LARGEST_PAGE = 100;

    private static final int LONGEST_TEXT = 200;

    private QueryValues() {}

    /**
     * A whole number.
     *
     * @throws Refusal if it is none, or out of range
     */
    public static int integer(String name, @Nullable String value, int otherwise, int least, int most) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        if (value.matches("-?\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Refusal.invalid(name, "a whole number from " + least + " to " + most + " is right");
    }

    /**
     * A text without the blanks around it; null if there is none.
     *
     * @throws Refusal if it is too long, or has control characters
     */
    public static @Nullable String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST_TEXT || value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(name, "a text of at most " + LONGEST_TEXT + " printable characters is right");
        }
        return value.strip();
    }

    /** The page asked for, counted from 1. */
    public static int page(@Nullable String value) {
        return integer("page", value, 1, 1, 1_000_000);
    }

    /** How many entries a page is to have; 20 when not said. */
    public static int limit(@Nullable String value) {
        return integer("limit", value, 20, 1, LARGEST_PAGE);
    }
}
