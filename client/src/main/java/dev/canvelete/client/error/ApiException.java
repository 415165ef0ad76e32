package dev.canvelete.client.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service answered, but not with what was asked for. The subclasses tell the statuses apart that call for action. */
public sealed class ApiException extends CanveleteException
        permits AuthenticationException,
                NotFoundException,
                PermissionException,
                RateLimitException,
                ServerException,
                ValidationException {
    private static final long serialVersionUID = 1;

    private final transient ApiFailure failure;

    ApiException(ApiFailure failure, @Nullable Throwable cause) {
        super(failure.describe(), cause);
        this.failure = failure;
    }

    /** The exception for an answer, chosen by its status. */
    public static ApiException of(ApiFailure failure) {
        return switch (failure.status()) {
            case 400, 422 -> new ValidationException(failure);
            case 401 -> new AuthenticationException(failure);
            case 403 -> new PermissionException(failure);
            case 404 -> new NotFoundException(failure);
            case 429 -> new RateLimitException(failure);
            default -> failure.status() >= 500 ? new ServerException(failure) : new ApiException(failure, null);
        };
    }

    /** An answer with a good status whose body could not be understood. */
    public static ApiException unreadable(ApiFailure failure, @Nullable Throwable cause) {
        return new ApiException(failure, cause);
    }

    /** The HTTP status. */
    public int status() {
        return failure.status();
    }

    /** The machine-readable code, such as {@code NOT_FOUND}; {@code HTTP_<status>} when the answer has none. */
    public String code() {
        return failure.code();
    }

    /** The answer's request id, or null. */
    public @Nullable String requestId() {
        return failure.requestId();
    }

    /** The answer's headers, by lower-case name. */
    public Map<String, List<String>> headers() {
        return failure.headers();
    }

    /** What else the answer says about the error, or null. */
    public @Nullable JsonNode details() {
        return failure.details();
    }

    /** The whole answer as text. */
    public String body() {
        return failure.body();
    }

    final ApiFailure failure() {
        return failure;
    }
}
