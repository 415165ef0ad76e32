package dev.canvelete.server.http.documented;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.Envelope.Pagination;
import dev.canvelete.server.design.DesignQuery;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.design.StoredDesign;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

    public DesignResource(DesignService designs) {
        this.designs = designs;
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
        DesignStore.Page found =
                designs.list(new DesignQuery(Caller.account(request).id(), blank(status), blank(search), number, size));
        List<ObjectNode> data = found.designs().stream()
                .map(design -> (ObjectNode) json(design).without("canvasData"))
                .toList();
        return Envelope.page(data, Pagination.of(number, size, found.total()));
    }

    /** Stores a new design. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> create(@Context ContainerRequestContext request, InputStream body) {
        return Envelope.of(json(designs.create(Caller.account(request).id(), JsonBody.read(body))));
    }

    /** One design, whole. */
    @GET
    @Path("{designId}")
    public Envelope<ObjectNode> get(@Context ContainerRequestContext request, @PathParam("designId") String designId) {
        return Envelope.of(json(designs.get(Caller.account(request).id(), designId)));
    }

    /** The design as it was given, with what the service knows of it. */
    private static ObjectNode json(StoredDesign stored) {
        return stored.design()
                .source()
                .deepCopy()
                .put("id", stored.id())
                .put("name", stored.name())
                .put("width", stored.design().width())
                .put("height", stored.design().height())
                .put("isTemplate", stored.design().isTemplate())
                .put("status", stored.status())
                .put("version", stored.version())
                .put("createdAt", stored.createdAt().toString())
                .put("updatedAt", stored.updatedAt().toString());
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
