package dev.canvelete.server.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service refuses a request. Its message and details are meant for whoever asked. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient @Nullable JsonNode details;
    private final transient Map<String, String> headers;

    private Refusal(ErrorCode code, String message, @Nullable JsonNode details, Map<String, String> headers) {
        // Refusals are answers, not accidents: nobody reads their stack.
        super(message, null, false, false);
        this.code = code;
        this.details = details;
        this.headers = Map.copyOf(headers);
    }

    /** A refusal without details. */
    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, null, Map.of());
    }

    /** A refusal with details, and headers for the answer. */
    public static Refusal of(ErrorCode code, String message, JsonNode details, Map<String, String> headers) {
        return new Refusal(code, message, details, headers);
    }

    /** The request is malformed in each of these places. */
    public static Refusal invalid(List<Fault> faults) {
        String message = faults.size() == 1
                ? faults.get(0).toString()
                : faults.size() + " faults in the request; the first: " + faults.get(0);
        return new Refusal(ErrorCode.VALIDATION_ERROR, message, Json.tree(faults), Map.of());
    }

    /** Refuses the request if it is malformed in any place. */
    public static void throwIfFaulty(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    /** The request is malformed in one place. */
    public static Refusal invalid(String path, String message) {
        return invalid(List.of(new Fault(path, message)));
    }

    /** What kind of refusal it is, and with it the HTTP status. */
    public ErrorCode code() {
        return code;
    }

    /** The error as it is answered. */
    public ApiError error() {
        return new ApiError(code.name(), String.valueOf(getMessage()), details);
    }

    /** Headers that belong to the answer, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return headers;
    }
}
