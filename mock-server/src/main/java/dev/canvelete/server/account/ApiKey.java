package dev.canvelete.server.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its secret.
 *
 * @param account whose it is
 * @param name for people
 * @param prefix how the secret begins, by which people tell their keys apart
 * @param expiresAt when it stops being good; null for never
 * @param lastUsedAt when it was last used, to about a minute; null for never
 */
public record ApiKey(
        String id,
        String account,
        String name,
        String prefix,
        Scopes scopes,
        Status status,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {
    private static final int PREFIX_LENGTH = 12;

    /** A key that may do everything and never expires. */
    static ApiKey fresh(String id, String account, String name, String secret, Instant now) {
        String prefix = secret.substring(0, Math.min(PREFIX_LENGTH, secret.length()));
        return new ApiKey(id, account, name, prefix, Scopes.all(), Status.ACTIVE, null, now, null);
    }

    ApiKey limitedTo(Scopes some, @Nullable Instant end) {
        return new ApiKey(id, account, name, prefix, some, status, end, createdAt, lastUsedAt);
    }

    /** Whether it opens anything at that time. */
    public boolean goodAt(Instant now) {
        return status == Status.ACTIVE && (expiresAt == null || now.isBefore(expiresAt));
    }

    ApiKey usedAt(Instant time) {
        return new ApiKey(id, account, name, prefix, scopes, status, expiresAt, createdAt, time);
    }

    /** Whether a key is still meant to be used. */
    public enum Status {
        ACTIVE,
        REVOKED
    }
}
