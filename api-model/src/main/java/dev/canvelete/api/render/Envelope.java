package dev.canvelete.api.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.canvelete.api.error.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * What every answer of the documented dialect is wrapped in: {@code data} when it went well, {@code error} when not.
 *
 * @param pagination where in a list {@code data} lies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope<T>(
        boolean success,
        @Nullable T data,
        @Nullable Pagination pagination,
        @Nullable ApiError error) {
    /** A good answer. */
    public static <T> Envelope<T> of(T data) {
        return new Envelope<>(true, data, null, null);
    }

    /** One page of a list. */
    public static <T> Envelope<T> page(T data, Pagination pagination) {
        return new Envelope<>(true, data, pagination, null);
    }

    /** A bad answer. */
    public static Envelope<Void> error(ApiError error) {
        return new Envelope<>(false, null, null, error);
    }

    /**
     * Where in a list a page lies.
     *
     * @param page counted from 1
     * @param limit the most entries of a page
     */
    public record Pagination(int page, int limit, long total, long totalPages) {
        /** The page's place in a list of {@code total} entries. */
        public static Pagination of(int page, int limit, long total) {
            return new Pagination(page, limit, total, (total + limit - 1) / limit);
        }
    }
}
