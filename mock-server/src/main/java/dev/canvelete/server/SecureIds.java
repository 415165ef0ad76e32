package dev.canvelete.server;

import dev.canvelete.server.id.IdSource;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Ids with 100 random bits, which nobody guesses and no two share, behind the time in milliseconds: what is made together
 * has its place together in an index, so that storing it rewrites few pages.
 */
final class SecureIds implements IdSource {
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final int BITS = 5;
    /** Until the year 3084. */
    private static final int TIME_BITS = 9 * BITS;

    private static final int RANDOM = 20;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SecureIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String next(String kind) {
        StringBuilder id = new StringBuilder(kind).append('_');
        long time = clock.millis();
        for (int shift = TIME_BITS - BITS; shift >= 0; shift -= BITS) {
            append(id, (int) (time >> shift));
        }
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        for (byte b : bytes) {
            append(id, b);
        }
        return id.toString();
    }

    private static void append(StringBuilder id, int bits) {
        id.append(DIGITS.charAt(bits & (DIGITS.length() - 1)));
    }
}
