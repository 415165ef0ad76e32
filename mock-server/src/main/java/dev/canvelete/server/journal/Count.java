package dev.canvelete.server.journal;

import org.jspecify.annotations.Nullable;

/** How many there must be; all that is given must hold. */
public record Count(
        @Nullable Integer exactly,
        @Nullable Integer atLeast,
        @Nullable Integer atMost) {
    /** @throws IllegalArgumentException if nothing is demanded */
    public Count {
        if (exactly == null && atLeast == null && atMost == null) {
            throw new IllegalArgumentException("one of exactly, atLeast, atMost is right");
        }
    }

    /** So many and no more. */
    public static Count exactly(int count) {
        return new Count(count, null, null);
    }

    /** So many or more. */
    public static Count atLeast(int count) {
        return new Count(null, count, null);
    }

    /** So many or fewer. */
    public static Count atMost(int count) {
        return new Count(null, null, count);
    }

    boolean holds(long count) {
        return (exactly == null || exactly == count)
                && (atLeast == null || count >= atLeast)
                && (atMost == null || count <= atMost);
    }
}
