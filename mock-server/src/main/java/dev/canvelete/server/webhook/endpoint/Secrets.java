package dev.canvelete.server.webhook.endpoint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint's deliveries are signed with. After a rotation the earlier secret signs as well for a while.
 *
 * @param earlierUntil when the earlier one stops signing; null without an earlier one
 */
public record Secrets(
        String current, @Nullable String earlier, @Nullable Instant earlierUntil) {
    static Secrets of(String secret) {
        return new Secrets(secret, null, null);
    }

    Secrets rotated(String next, Instant earlierUntil) {
        return new Secrets(next, current, earlierUntil);
    }

    /** The secrets that sign at that time, the newest last, as verifiers that look at one signature only expect it. */
    public List<String> at(Instant now) {
        return earlier != null && earlierUntil != null && now.isBefore(earlierUntil)
                ? List.of(earlier, current)
                : List.of(current);
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
