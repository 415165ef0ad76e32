package dev.canvelete.api.error;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An error as it travels.
 *
 * @param code an {@link ErrorCode}'s name, or a code that this version does not know
 * @param message what happened, for people
 * @param details what else is known: a list of faults for a refused request, the limit for a 429
 */
public record ApiError(
        String code, String message, @Nullable JsonNode details) {
    /** An error without details. */
    public static ApiError of(ErrorCode code, String message) {
        return new ApiError(code.name(), message, null);
    }
}
