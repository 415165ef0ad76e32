package dev.canvelete.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.server.match.Glob;
import dev.canvelete.server.match.JsonCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a fault is for; all that is given must hold.
 *
 * @param eventType such as {@code batch.completed}
 * @param url the receiver's; {@code *} stands for any characters
 * @param body conditions on what is sent
 */
public record WebhookMatch(
        @Nullable String eventType, @Nullable String url, List<JsonCondition> body) {
    /** Every delivery. */
    public static final WebhookMatch ANY = new WebhookMatch(null, null, List.of());

    // Jackson leaves out what the JSON does not say.
    @SuppressWarnings("RedundantNullCheck")
    public WebhookMatch {
        body = body == null ? List.of() : List.copyOf(body);
    }

    boolean matches(String type, String receiver, JsonNode sent) {
        return (eventType == null || eventType.equals(type))
                && (url == null || Glob.matches(url, receiver))
                && body.stream().allMatch(condition -> condition.holds(sent));
    }
}
