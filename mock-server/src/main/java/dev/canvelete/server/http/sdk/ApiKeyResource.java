package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.account.AccountStore;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.account.ApiKey;
import dev.canvelete.server.account.SealedSecret;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
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
    private final IdempotencyKeys keys;

    public ApiKeyResource(Accounts accounts, IdempotencyKeys keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    /** One page of the keys, newest first, without their secrets. */
    @GET
    public Data<List<Line>> list(@Context ContainerRequestContext request, @BeanParam PageQuery query) {
        AccountStore.Page found = accounts.keys(Caller.account(request), query.page(), query.limit());
        return Data.page(found.keys().stream().map(Line::of).toList(), query, found.total());
    }

    /** Makes a key; its secret is in this answer and, readable, nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<Line> create(@Context ContainerRequestContext request, InputStream body) {
        ObjectNode wanted = JsonBody.read(body);
        KeyForm form = KeyForm.read(wanted);
        ApiKey by = Caller.key(request);
        String secret = Caller.secret(request);
        // Another key of the account could not open what is kept, and so asks for another thing.
        ObjectNode content = Json.object().put("by", by.id()).set("key", wanted);
        Made made = keys.of(request, content).answer(Made.class, () -> {
            Accounts.IssuedKey issued = accounts.issue(by, form.name(), form.scopes(), form.expiresAt());
            return new Made(Line.of(issued.key()), SealedSecret.of(issued, secret));
        });
        return Data.of(made.line().with(made.sealed().open(secret)));
    }

    /** A new key as it may be kept. */
    record Made(Line line, SealedSecret sealed) {}

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
        static Line of(ApiKey key) {
            return new Line(
                    key.id(),
                    key.name(),
                    null,
                    key.prefix(),
                    key.status(),
                    key.scopes().names(),
                    key.createdAt(),
                    key.lastUsedAt(),
                    key.expiresAt());
        }

        Line with(String secret) {
            return new Line(id, name, secret, keyPrefix, status, scopes, createdAt, lastUsedAt, expiresAt);
        }
    }
}
