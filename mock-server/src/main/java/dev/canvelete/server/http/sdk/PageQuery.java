package dev.canvelete.server.http.sdk;

import dev.canvelete.server.http.QueryValues;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for: {@code page}, and {@code limit} or, as in the searches, {@code perPage}. */
public final class PageQuery {
    @QueryParam("page")
    private @Nullable String page;

    @QueryParam("limit")
    private @Nullable String limit;

    @QueryParam("perPage")
    private @Nullable String perPage;

    /** Counted from 1. */
    int page() {
        return QueryValues.page(page);
    }

    /** The most entries of the page. */
    int limit() {
        return perPage == null ? QueryValues.limit(limit) : QueryValues.integer("perPage", perPage, 20, 1, 100);
    }
}
