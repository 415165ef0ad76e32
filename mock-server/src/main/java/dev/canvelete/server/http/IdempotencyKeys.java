package dev.canvelete.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.server.artifact.Digests;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.idempotency.Idempotency;
import dev.canvelete.server.idempotency.Once;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads the {@code Idempotency-Key} that any POST with an API key may carry: all of both dialects. Thread-safe. */
public final class IdempotencyKeys {
    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern RIGHT = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final Idempotency idempotency;

    public IdempotencyKeys(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * The request as one that may have come before. Path and body tell requests apart; how the body is spaced does not.
     *
     * @throws Refusal if the key is malformed
     */
    public Once of(ContainerRequestContext request, JsonNode body) {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return Once.EACH_TIME;
        }
        if (!RIGHT.matcher(key).matches()) {
            throw Refusal.invalid(HEADER, "1 to 255 printable ASCII characters are right");
        }
        String content = request.getMethod() + " " + request.getUriInfo().getPath(false) + "\n" + body;
        return idempotency.of(
                Caller.account(request).id(), key, Digests.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }
}
