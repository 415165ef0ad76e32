package dev.canvelete.server.http;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.account.KeyHolder;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.limits.RateLimits;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Lets nobody into the API without a key, and counts each request against the key's plan, whatever becomes of it. */
@PreMatching
public final class ApiKeyFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Accounts accounts;
    private final RateLimits limits;
    private final IdSource ids;

    public ApiKeyFilter(Accounts accounts, RateLimits limits, IdSource ids) {
        this.accounts = accounts;
        this.limits = limits;
        this.ids = ids;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String id = ids.next("req");
        Caller.requestId(request, id);
        MDC.put(LogContext.REQUEST_ID, id);
        AccessRules rules = new AccessRules(request.getUriInfo().getPath(false), request.getMethod());
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (rules.open() && header == null) {
            Caller.account(request, Account.NOBODY);
        } else if (rules.inApi()) {
            KeyHolder holder = holder(header);
            Caller.allowance(request, limits.countRequest(holder.account()));
            Caller.holder(request, holder);
            rules.missing(holder.key().scopes()).ifPresent(ApiKeyFilter::refuse);
        }
    }

    private static void refuse(String scope) {
        throw Refusal.of(ErrorCode.FORBIDDEN, "This API key lacks the scope " + scope);
    }

    private KeyHolder holder(@Nullable String header) {
        return accounts.holder(secret(header)).orElseThrow(() -> Refusal.of(ErrorCode.UNAUTHORIZED, "Invalid API key"));
    }

    /** @throws Refusal if the header does not carry one */
    static String secret(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Refusal.of(
                    ErrorCode.UNAUTHORIZED,
                    header == null
                            ? "Invalid API key: the header \"Authorization: Bearer <key>\" is missing"
                            : "Invalid API key: the Authorization header is not \"Bearer <key>\"");
        }
        return header.substring(SCHEME.length()).strip();
    }
}
