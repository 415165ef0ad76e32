package dev.canvelete.server.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a scenario: a fault, and when the next step takes over.
 *
 * @param times after how many strikes; null for never
 * @param lasting how long after the first strike, by the service's clock; null for never
 */
public record Step(
        Fault fault, @Nullable Integer times, @Nullable Duration lasting) {
    /** @throws IllegalArgumentException if it would never strike, or never end before it begins */
    public Step {
        if (times != null && times < 1) {
            throw new IllegalArgumentException("times: at least 1 is right, not " + times);
        }
        if (lasting != null && (lasting.isNegative() || lasting.isZero())) {
            throw new IllegalArgumentException("for: a duration longer than 0 is right");
        }
        if (lasting == null && fault instanceof HttpFault.RateLimited limited) {
            lasting = limited.recovery();
        }
    }

    /** A fault without end. */
    public static Step always(Fault fault) {
        return new Step(fault, null, null);
    }

    /** A fault that strikes that often. */
    public static Step times(int times, Fault fault) {
        return new Step(fault, times, null);
    }
}
