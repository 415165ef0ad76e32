package dev.canvelete.server.http.documented;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.Envelope.Pagination;
import dev.canvelete.server.design.DesignQuery;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.design.StoredDesign;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
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

/** Templates, which are designs that others are made of: {@code /v1/templates}. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
public final class TemplateResource {
    private final DesignService designs;
    private final IdempotencyKeys keys;

    public TemplateResource(DesignService designs, IdempotencyKeys keys) {
        this.designs = designs;
        this.keys = keys;
    }

    /** One page of the templates that the caller sees, without what is on their canvases. */
    @GET
    public Envelope<List<ObjectNode>> list(
            @Context ContainerRequestContext request,
            @QueryParam("page") @Nullable String page,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("category") @Nullable String category,
            @QueryParam("search") @Nullable String search) {
        int number = QueryValues.page(page);
        int size = QueryValues.limit(limit);
        DesignStore.Page found = designs.list(new DesignQuery(
                Caller.account(request).id(),
                DesignQuery.Kind.TEMPLATES,
                null,
                QueryValues.text("category", category),
                QueryValues.text("search", search),
                number,
                size));
        return Envelope.page(DesignJson.withoutCanvas(found.designs()), Pagination.of(number, size, found.total()));
    }

    /** One template, whole, with the variables that it has. */
    @GET
    @Path("{templateId}")
    public Envelope<ObjectNode> get(@Context ContainerRequestContext request, @PathParam("templateId") String id) {
        StoredDesign template = designs.template(Caller.account(request).id(), id);
        ObjectNode data = DesignJson.of(template);
        data.set("variables", Json.tree(template.variables()));
        return Envelope.of(data);
    }

    /** Makes a design of it. */
    @POST
    @Path("{templateId}/use")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> use(
            @Context ContainerRequestContext request, @PathParam("templateId") String id, InputStream body) {
        ObjectNode json = JsonBody.read(body);
        UseForm form = UseForm.read(json);
        String account = Caller.account(request).id();
        return Envelope.of(keys.of(request, json)
                .answer(
                        ObjectNode.class,
                        () -> DesignJson.of(designs.use(account, id, form.name(), form.dynamicData()))));
    }
}
