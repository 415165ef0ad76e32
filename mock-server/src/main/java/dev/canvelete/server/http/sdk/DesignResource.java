package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.design.DesignQuery;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.design.StoredDesign;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Designs: {@code /api/automation/designs} for the SDKs, and {@code /api/designs}, where the MCP server reads a design's
 * fields at the top of the answer.
 */
@Path(DesignResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class DesignResource {
    static final String PATH = "/api/{family: (?:automation/)?designs}";

    private final DesignService designs;
    private final IdempotencyKeys keys;

    public DesignResource(DesignService designs, IdempotencyKeys keys) {
        this.designs = designs;
        this.keys = keys;
    }

    /** One page of the designs that the caller sees. */
    @GET
    public Data<List<ObjectNode>> list(
            @Context ContainerRequestContext request,
            @BeanParam PageQuery query,
            @QueryParam("isTemplate") @Nullable String isTemplate,
            @QueryParam("status") @Nullable String status,
            @QueryParam("search") @Nullable String search) {
        DesignStore.Page found = designs.list(new DesignQuery(
                Caller.account(request).id(),
                kind(isTemplate),
                QueryValues.text("status", status),
                null,
                QueryValues.text("search", search),
                query.page(),
                query.limit()));
        return Data.page(found.designs().stream().map(DesignJson::of).toList(), query, found.total());
    }

    private static DesignQuery.Kind kind(@Nullable String isTemplate) {
        if (isTemplate == null || isTemplate.isEmpty()) {
            return DesignQuery.Kind.ALL;
        }
        return switch (isTemplate) {
            case "true" -> DesignQuery.Kind.TEMPLATES;
            case "false" -> DesignQuery.Kind.DESIGNS;
            default -> throw Refusal.invalid("isTemplate", "true or false is right");
        };
    }

    /** Stores a new design. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode create(
            @Context ContainerRequestContext request, @PathParam("family") String family, InputStream body) {
        ObjectNode json = JsonBody.read(body);
        return once(request, family, json, account -> designs.create(account, DesignForm.read(json)));
    }

    /** One design, with its canvas. */
    @GET
    @Path("{designId}")
    public ObjectNode get(
            @Context ContainerRequestContext request,
            @PathParam("family") String family,
            @PathParam("designId") String id) {
        return answer(family, designs.get(Caller.account(request).id(), id));
    }

    /** Changes the fields that are given; null removes one. */
    @PATCH
    @Path("{designId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode update(
            @Context ContainerRequestContext request,
            @PathParam("family") String family,
            @PathParam("designId") String id,
            InputStream body) {
        ObjectNode fields = DesignForm.read(JsonBody.read(body));
        return answer(family, designs.update(Caller.account(request).id(), id, fields));
    }

    /** Removes it. */
    @DELETE
    @Path("{designId}")
    public Success delete(@Context ContainerRequestContext request, @PathParam("designId") String id) {
        designs.delete(Caller.account(request).id(), id);
        return Success.DONE;
    }

    /** Stores a copy of it. */
    @POST
    @Path("{designId}/duplicate")
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode duplicate(
            @Context ContainerRequestContext request,
            @PathParam("family") String family,
            @PathParam("designId") String id,
            InputStream body) {
        ObjectNode fields = JsonBody.read(body).retain("name");
        return once(request, family, fields, account -> designs.duplicate(account, id, fields));
    }

    /** Puts a template's canvas in the place of its own. */
    @POST
    @Path("{designId}/apply-template")
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode applyTemplate(
            @Context ContainerRequestContext request,
            @PathParam("family") String family,
            @PathParam("designId") String id,
            InputStream body) {
        ObjectNode json = JsonBody.read(body);
        TemplateForm form = TemplateForm.read(json, "templateId");
        return once(request, family, json, account -> designs.apply(account, id, form.id(), form.data()));
    }

    /** Makes a template of it; it stays as it is. */
    @POST
    @Path("{designId}/save-as-template")
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode saveAsTemplate(
            @Context ContainerRequestContext request,
            @PathParam("family") String family,
            @PathParam("designId") String id,
            InputStream body) {
        ObjectNode fields = TemplateForm.fields(JsonBody.read(body));
        return once(request, family, fields, account -> designs.duplicate(account, id, fields));
    }

    private ObjectNode once(
            ContainerRequestContext request, String family, ObjectNode body, Function<String, StoredDesign> change) {
        String account = Caller.account(request).id();
        return keys.of(request, body).answer(ObjectNode.class, () -> answer(family, change.apply(account)));
    }

    /** The design inside {@code data} and, where a client reads it there, at the top too. */
    private static ObjectNode answer(String family, StoredDesign stored) {
        ObjectNode design = DesignJson.of(stored);
        ObjectNode answer = family.startsWith("automation/") ? Json.object() : design.deepCopy();
        answer.set("data", design);
        return answer;
    }
}
