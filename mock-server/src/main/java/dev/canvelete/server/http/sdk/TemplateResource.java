package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.server.design.DesignQuery;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Templates: {@code /api/automation/templates}, and {@code /api/templates}, whose list needs no key. */
@Path("/api/{family: (?:automation/)?templates}")
@Produces(MediaType.APPLICATION_JSON)
public final class TemplateResource {
    private final DesignService designs;
    private final IdempotencyKeys keys;

    public TemplateResource(DesignService designs, IdempotencyKeys keys) {
        this.designs = designs;
        this.keys = keys;
    }

    /** One page of the templates that the caller sees; with {@code myOnly} of the caller's own. */
    @GET
    public Data<List<ObjectNode>> list(
            @Context ContainerRequestContext request,
            @BeanParam PageQuery query,
            @QueryParam("myOnly") @Nullable String myOnly,
            @QueryParam("search") @Nullable String search,
            @QueryParam("category") @Nullable String category) {
        DesignStore.Page found = designs.list(new DesignQuery(
                Caller.account(request).id(),
                "true".equals(myOnly) ? DesignQuery.Kind.OWN_TEMPLATES : DesignQuery.Kind.TEMPLATES,
                null,
                QueryValues.text("category", category),
                QueryValues.text("search", search),
                query.page(),
                query.limit()));
        return Data.page(found.designs().stream().map(DesignJson::of).toList(), query, found.total());
    }

    /** Makes a template of a design, which stays as it is. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<ObjectNode> create(@Context ContainerRequestContext request, InputStream body) {
        ObjectNode fields = JsonBody.read(body);
        String design = TemplateForm.read(fields, "designId").id();
        String account = Caller.account(request).id();
        return Data.of(keys.of(request, fields)
                .answer(
                        ObjectNode.class,
                        () -> DesignJson.of(designs.duplicate(account, design, TemplateForm.fields(fields)))));
    }

    /** Makes a design of a template. */
    @POST
    @Path("apply")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<ObjectNode> apply(@Context ContainerRequestContext request, InputStream body) {
        ObjectNode json = JsonBody.read(body);
        TemplateForm form = TemplateForm.read(json, "templateId");
        String account = Caller.account(request).id();
        return Data.of(keys.of(request, json)
                .answer(
                        ObjectNode.class,
                        () -> DesignJson.of(designs.use(account, form.id(), form.name(), form.data()))));
    }
}
