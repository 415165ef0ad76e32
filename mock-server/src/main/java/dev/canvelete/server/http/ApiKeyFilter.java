package dev.canvelete.server.http;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.account.ApiKeys;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.limits.RateLimits;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Lets nobody into the API without a key, and counts each request against the key's plan, whatever becomes of it. */
@PreMatching
public final class ApiKeyFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final RateLimits limits;
    private final IdSource ids;

    public ApiKeyFilter(ApiKeys keys, RateLimits limits, IdSource ids) {
        this.keys = keys;
        this.limits = limits;
        this.ids = ids;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller.requestId(request, ids.next("req"));
        if (request.getUriInfo().getPath(false).startsWith("v1/")) {
            Account account = account(request.getHeaderString(HttpHeaders.AUTHORIZATION));
            Caller.account(request, account);
            Caller.allowance(request, limits.countRequest(account));
        }
    }

    private Account account(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Refusal.of(
                    ErrorCode.UNAUTHORIZED,
                    header == null
                            ? "Invalid API key: the header \"Authorization: Bearer <key>\" is missing"
                            : "Invalid API key: the Authorization header is not \"Bearer <key>\"");
        }
        return keys.find(header.substring(SCHEME.length()).strip())
                .orElseThrow(() -> Refusal.of(ErrorCode.UNAUTHORIZED, "Invalid API key"));
    }
}
