package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.canvelete.server.account.AccountStore;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.account.ApiKey;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's keys: {@code /api/automation/api-keys}. */
@Path("/api/automation/api-keys")
@Produces(MediaType.APPLICATION_JSON)
public final class ApiKeyResource {
    private final Accounts accounts;

    public ApiKeyResource(Accounts accounts) {
        this.accounts = accounts;
    }

    /** One page of the keys, newest first, without their secrets. */
    @GET
    public Data<List<Line>> list(@Context ContainerRequestContext request, @BeanParam PageQuery query) {
        AccountStore.Page found = accounts.keys(Caller.account(request), query.page(), query.limit());
        return Data.page(found.keys().stream().map(key -> Line.of(key, null)).toList(), query, found.total());
    }

    /** Makes a key; its secret is in this answer and nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<Line> create(@Context ContainerRequestContext request, InputStream body) {
        KeyForm form = KeyForm.read(JsonBody.read(body));
        Accounts.IssuedKey made = accounts.issue(Caller.key(request), form.name(), form.scopes(), form.expiresAt());
        return Data.of(Line.of(made.key(), made.secret()));
    }

    /** Revokes a key. */
    @DELETE
    @Path("{keyId}")
    public Success revoke(@Context ContainerRequestContext request, @PathParam("keyId") String id) {
        accounts.revoke(Caller.account(request), id);
        return Success.DONE;
    }

    /** A key as the clients read it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String id,
            String name,
            @Nullable String key,
            String keyPrefix,
            ApiKey.Status status,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt) {
        static Line of(ApiKey key, @Nullable String secret) {
            return new Line(
                    key.id(),
                    key.name(),
                    secret,
                    key.prefix(),
                    key.status(),
                    key.scopes().names(),
                    key.createdAt(),
                    key.lastUsedAt(),
                    key.expiresAt());
        }
    }
}
