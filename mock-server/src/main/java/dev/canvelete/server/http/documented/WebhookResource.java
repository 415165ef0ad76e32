package dev.canvelete.server.http.documented;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.Envelope.Pagination;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import dev.canvelete.server.http.WebhookForms;
import dev.canvelete.server.webhook.endpoint.Endpoint;
import dev.canvelete.server.webhook.endpoint.EndpointService;
import dev.canvelete.server.webhook.endpoint.EndpointStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Webhook endpoints: {@code /v1/webhooks}. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookResource {
    private final EndpointService endpoints;
    private final IdempotencyKeys keys;

    public WebhookResource(EndpointService endpoints, IdempotencyKeys keys) {
        this.endpoints = endpoints;
        this.keys = keys;
    }

    /** One page of the caller's endpoints, oldest first. */
    @GET
    public Envelope<List<ObjectNode>> list(
            @Context ContainerRequestContext request,
            @QueryParam("page") @Nullable String page,
            @QueryParam("limit") @Nullable String limit) {
        int number = QueryValues.page(page);
        int size = QueryValues.limit(limit);
        EndpointStore.Page found = endpoints.list(account(request), number, size);
        return Envelope.page(
                found.endpoints().stream().map(WebhookResource::json).toList(),
                Pagination.of(number, size, found.total()));
    }

    /** Registers an endpoint. This answer alone shows its secret. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> register(@Context ContainerRequestContext request, InputStream body) {
        ObjectNode json = JsonBody.read(body);
        WebhookForms form = new WebhookForms(json);
        return Envelope.of(keys.of(request, json)
                .answer(
                        ObjectNode.class,
                        () -> withSecret(endpoints.register(account(request), form.settings(null), form.secret()))));
    }

    /** One endpoint. */
    @GET
    @Path("{webhookId}")
    public Envelope<ObjectNode> get(@Context ContainerRequestContext request, @PathParam("webhookId") String id) {
        return Envelope.of(json(endpoints.get(account(request), id)));
    }

    /** Changes the fields that the body names. */
    @PATCH
    @Path("{webhookId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> change(
            @Context ContainerRequestContext request, @PathParam("webhookId") String id, InputStream body) {
        WebhookForms form = new WebhookForms(JsonBody.read(body));
        Endpoint present = endpoints.get(account(request), id);
        return Envelope.of(json(endpoints.change(account(request), id, form.settings(present.settings()))));
    }

    /** Removes an endpoint. */
    @DELETE
    @Path("{webhookId}")
    public Envelope<ObjectNode> delete(@Context ContainerRequestContext request, @PathParam("webhookId") String id) {
        endpoints.delete(account(request), id);
        return Envelope.of(Json.object().put("id", id).put("deleted", true));
    }

    /** Gives it a new secret, which this answer alone shows; the present one signs as well for a while. */
    @POST
    @Path("{webhookId}/rotate-secret")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> rotate(
            @Context ContainerRequestContext request, @PathParam("webhookId") String id, InputStream body) {
        ObjectNode json = JsonBody.read(body);
        WebhookForms form = new WebhookForms(json);
        return Envelope.of(keys.of(request, json)
                .answer(
                        ObjectNode.class,
                        () -> withSecret(endpoints.rotate(account(request), id, form.secret(), form.overlap()))));
    }

    /** Sends it a test event. */
    @POST
    @Path("{webhookId}/test")
    public Envelope<ObjectNode> test(@Context ContainerRequestContext request, @PathParam("webhookId") String id) {
        return Envelope.of(Json.object().put("deliveryId", endpoints.test(account(request), id)));
    }

    private static String account(ContainerRequestContext request) {
        return Caller.account(request).id();
    }

    private static ObjectNode withSecret(Endpoint endpoint) {
        return json(endpoint).put("secret", endpoint.secrets().current());
    }

    private static ObjectNode json(Endpoint endpoint) {
        ObjectNode json = Json.object()
                .put("id", endpoint.id())
                .put("url", endpoint.url())
                .put("description", endpoint.description());
        json.set("events", Json.tree(endpoint.events()));
        json.put("signatureStyle", WebhookForms.name(endpoint.style()))
                .put(
                        "signatureTimestamp",
                        endpoint.style() != SignatureStyle.SHA256 && endpoint.style() != SignatureStyle.PLAIN)
                .put("enabled", endpoint.enabled())
                .put("disabledReason", endpoint.disabledReason())
                .put("createdAt", endpoint.createdAt().toString())
                .put("updatedAt", endpoint.updatedAt().toString());
        Instant until = endpoint.secrets().earlierUntil();
        return json.put("previousSecretUntil", until == null ? null : until.toString());
    }
}
