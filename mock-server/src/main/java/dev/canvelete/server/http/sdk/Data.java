package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.canvelete.api.render.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What most answers of this dialect are.
 *
 * @param pagination where in a list {@code data} lies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Data<T>(T data, Envelope.@Nullable Pagination pagination) {
    static <T> Data<T> of(T data) {
        return new Data<>(data, null);
    }

    /** One page of a list. */
    static <T> Data<List<T>> page(List<T> entries, PageQuery query, long total) {
        return new Data<>(entries, Envelope.Pagination.of(query.page(), query.limit(), total));
    }
}
