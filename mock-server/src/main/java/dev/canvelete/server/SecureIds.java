package dev.canvelete.server;

import dev.canvelete.server.id.IdSource;
import java.security.SecureRandom;

/** Ids with 120 random bits, which nobody guesses and no two share. */
final class SecureIds implements IdSource {
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final int LENGTH = 24;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next(String kind) {
        StringBuilder id = new StringBuilder(kind).append('_');
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        for (byte b : bytes) {
            id.append(DIGITS.charAt(b & 31));
        }
        return id.toString();
    }
}
