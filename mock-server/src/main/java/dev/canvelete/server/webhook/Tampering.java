package dev.canvelete.server.webhook;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a delivery on the line.
 *
 * @param signedEarlier how much earlier than now it claims to be signed
 * @param secret signs it in place of the right one; null for the right one
 * @param mostBytes how much of the signed body is sent
 */
public record Tampering(Duration signedEarlier, @Nullable String secret, int mostBytes) {
    /** Nothing. */
    public static final Tampering NONE = new Tampering(Duration.ZERO, null, Integer.MAX_VALUE);

    /** What is sent of a body. */
    byte[] cut(byte[] body) {
        return body.length <= mostBytes ? body : Arrays.copyOf(body, mostBytes);
    }
}
