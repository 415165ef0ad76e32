package dev.canvelete.server.usage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where numbers are going. */
public enum Trend {
    INCREASING,
    DECREASING,
    STABLE;

    /** Compares the first half of a period with the second; a tenth more or less is still stable. */
    static Trend between(long first, long second) {
        long tolerance = Math.max(first, second) / 10;
        if (Math.abs(second - first) <= tolerance) {
            return STABLE;
        }
        return second > first ? INCREASING : DECREASING;
    }

    /** The name in JSON: {@code increasing}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
