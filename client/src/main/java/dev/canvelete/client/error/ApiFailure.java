package dev.canvelete.client.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service answered in place of a result.
 *
 * @param status the HTTP status
 * @param code the machine-readable code, or {@code HTTP_<status>} when the answer has none
 * @param message for people
 * @param requestId the answer's {@code X-Request-Id}, to quote when asking about it
 * @param headers the answer's, by lower-case name
 * @param details what else the answer says about the error
 * @param body the whole answer as text
 * @param retryAfter how long the service asks to wait
 */
public record ApiFailure(
        int status,
        String code,
        String message,
        @Nullable String requestId,
        Map<String, List<String>> headers,
        @Nullable JsonNode details,
        String body,
        @Nullable Duration retryAfter) {
    /** The code for an answer with a good status that makes no sense. */
    public static final String UNREADABLE = "UNREADABLE_ANSWER";

    /** A good answer that contradicts what was asked. */
    public static ApiFailure nonsense(String message) {
        return new ApiFailure(200, UNREADABLE, message, null, Map.of(), null, "", null);
    }

    public ApiFailure {
        headers = Map.copyOf(headers);
    }

    String describe() {
        return status + " " + code + ": " + message + (requestId == null ? "" : " (request " + requestId + ")");
    }
}
