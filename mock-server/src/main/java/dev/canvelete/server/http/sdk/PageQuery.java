package dev.canvelete.server.http.sdk;

import dev.canvelete.server.http.QueryValues;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for: {@code page}, and {@code limit} or, in the searches, {@code perPage}. */
public final class PageQuery {
    @QueryParam("page")
    private @Nullable String page;

    @QueryParam("limit")
    private @Nullable String limit;

    @QueryParam("perPage")
    private @Nullable String perPage;

    @QueryParam("per_page")
    private @Nullable String snakePerPage;

    /** Counted from 1. */
    int page() {
        return QueryValues.page(page);
    }

    /** The most entries of the page. */
    int limit() {
        if (perPage == null && snakePerPage == null) {
            return QueryValues.limit(limit);
        }
        return QueryValues.integer("perPage", perPage == null ? snakePerPage : perPage, 20, 1, 100);
    }

    /** The page, of a list that is known whole. */
    <T> Data<List<T>> page(List<T> all) {
        int from = (int) Math.min(all.size(), (page() - 1L) * limit());
        return Data.page(all.subList(from, Math.min(all.size(), from + limit())), this, all.size());
    }
}
