package dev.canvelete.server.webhook;

import dev.canvelete.api.webhook.SignatureStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that the dispatcher has claimed.
 *
 * @param account whose event it tells of
 * @param body exactly what is signed and sent
 * @param attempt counted from 1
 * @param signing how its endpoint wants it signed; null for a URL that a request named
 */
public record Delivery(
        String id,
        String account,
        String eventId,
        String eventType,
        String url,
        String body,
        int attempt,
        @Nullable Signing signing) {
    /**
     * How to sign.
     *
     * @param secrets the newest last
     */
    public record Signing(SignatureStyle style, List<String> secrets) {
        /** Says nothing of the secrets, so that no log does. */
        @Override
        public String toString() {
            return "Signing[" + style + "]";
        }
    }
}
