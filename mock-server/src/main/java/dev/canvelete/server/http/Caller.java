package dev.canvelete.server.http;

import dev.canvelete.server.account.Account;
import dev.canvelete.server.account.ApiKey;
import dev.canvelete.server.account.KeyHolder;
import dev.canvelete.server.limits.Allowance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** What the filters have found out about a request. */
public final class Caller {
    private static final String ACCOUNT = "canvelete.account";
    private static final String HOLDER = "canvelete.holder";
    private static final String ALLOWANCE = "canvelete.allowance";
    private static final String REQUEST_ID = "canvelete.requestId";

    private Caller() {}

    /** Whose key the request carries; only paths that need a key are asked this. */
    public static Account account(ContainerRequestContext request) {
        if (request.getProperty(ACCOUNT) instanceof Account account) {
            return account;
        }
        throw new IllegalStateException(
                "the key filter has not run for " + request.getUriInfo().getPath());
    }

    static Optional<Allowance> allowance(ContainerRequestContext request) {
        return Optional.ofNullable((Allowance) request.getProperty(ALLOWANCE));
    }

    /** The id that stands in the answer and in the log. */
    static String requestId(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(REQUEST_ID));
    }

    /** The key that the request carries; only paths that need a key are asked this. */
    public static ApiKey key(ContainerRequestContext request) {
        return holder(request)
                .orElseThrow(() -> new IllegalStateException("the key filter has not run"))
                .key();
    }

    /** The secret that the request carries; only paths that need a key are asked this. */
    public static String secret(ContainerRequestContext request) {
        return ApiKeyFilter.secret(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    /** Whose key the request carries; empty if it needs none, or is refused for its key. */
    static Optional<KeyHolder> holder(ContainerRequestContext request) {
        return Optional.ofNullable((KeyHolder) request.getProperty(HOLDER));
    }

    static void holder(ContainerRequestContext request, KeyHolder holder) {
        account(request, holder.account());
        request.setProperty(HOLDER, holder);
    }

    static void account(ContainerRequestContext request, Account account) {
        request.setProperty(ACCOUNT, account);
    }

    static void allowance(ContainerRequestContext request, Allowance allowance) {
        request.setProperty(ALLOWANCE, allowance);
    }

    static void requestId(ContainerRequestContext request, String id) {
        request.setProperty(REQUEST_ID, id);
    }
}
