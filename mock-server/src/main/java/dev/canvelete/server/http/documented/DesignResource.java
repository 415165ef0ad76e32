package dev.canvelete.server.http.documented;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.Envelope.Pagination;
import dev.canvelete.server.design.DesignQuery;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Designs: {@code /v1/designs}. */
@Path("/v1/designs")
@Produces(MediaType.APPLICATION_JSON)
public final class DesignResource {
    private final DesignService designs;
    private final IdempotencyKeys keys;

    public DesignResource(DesignService designs, IdempotencyKeys keys) {
        this.designs = designs;
        this.keys = keys;
    }

    /** One page of the designs that the caller sees, without what is on their canvases. */
    @GET
    public Envelope<List<ObjectNode>> list(
            @Context ContainerRequestContext request,
            @QueryParam("page") @Nullable String page,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("status") @Nullable String status,
            @QueryParam("search") @Nullable String search) {
        int number = QueryValues.page(page);
        int size = QueryValues.limit(limit);
        DesignStore.Page found = designs.list(new DesignQuery(
                Caller.account(request).id(),
                DesignQuery.Kind.ALL,
                QueryValues.text("status", status),
                null,
                QueryValues.text("search", search),
                number,
                size));
        return Envelope.page(DesignJson.withoutCanvas(found.designs()), Pagination.of(number, size, found.total()));
    }

    /** Stores a new design. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> create(@Context ContainerRequestContext request, InputStream body) {
        ObjectNode source = JsonBody.read(body);
        return Envelope.of(keys.of(request, source)
                .answer(
                        ObjectNode.class,
                        () -> DesignJson.of(
                                designs.create(Caller.account(request).id(), source))));
    }

    /** One design, whole. */
    @GET
    @Path("{designId}")
    public Envelope<ObjectNode> get(@Context ContainerRequestContext request, @PathParam("designId") String designId) {
        return Envelope.of(DesignJson.of(designs.get(Caller.account(request).id(), designId)));
    }

    /** Changes the fields that are given; null removes one. */
    @PATCH
    @Path("{designId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> update(
            @Context ContainerRequestContext request, @PathParam("designId") String designId, InputStream body) {
        return Envelope.of(DesignJson.of(designs.update(Caller.account(request).id(), designId, JsonBody.read(body))));
    }

    /** Puts another design in its place. */
    @PUT
    @Path("{designId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> replace(
            @Context ContainerRequestContext request, @PathParam("designId") String designId, InputStream body) {
        return Envelope.of(DesignJson.of(designs.replace(Caller.account(request).id(), designId, JsonBody.read(body))));
    }

    /** Removes it. */
    @DELETE
    @Path("{designId}")
    public Envelope<ObjectNode> delete(
            @Context ContainerRequestContext request, @PathParam("designId") String designId) {
        designs.delete(Caller.account(request).id(), designId);
        return Envelope.of(Json.object().put("id", designId).put("deleted", true));
    }
}
