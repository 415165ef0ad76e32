package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.design.CanvasEditor;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The elements of a design one by one: {@code /api/designs/{designId}/elements}. */
@Path(DesignResource.PATH + "/{designId}/elements")
@Produces(MediaType.APPLICATION_JSON)
public final class ElementResource {
    private final CanvasEditor editor;
    private final IdempotencyKeys keys;

    public ElementResource(CanvasEditor editor, IdempotencyKeys keys) {
        this.editor = editor;
        this.keys = keys;
    }

    /** Puts an element on top of the others; its id is at the top of the answer too, where the command line client reads it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode add(
            @Context ContainerRequestContext request, @PathParam("designId") String design, InputStream body) {
        ObjectNode json = JsonBody.read(body);
        if (json.get("element") instanceof ObjectNode element) {
            String account = Caller.account(request).id();
            JsonNode added = keys.of(request, json).answer(JsonNode.class, () -> editor.add(account, design, element));
            return Json.object().<ObjectNode>set("id", added.get("id")).set("data", added);
        }
        throw Refusal.invalid("element", "an object with type, x and y is right");
    }

    /** Changes the fields of an element that are given; null removes one. */
    @PATCH
    @Path("{elementId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<JsonNode> update(
            @Context ContainerRequestContext request,
            @PathParam("designId") String design,
            @PathParam("elementId") String element,
            InputStream body) {
        return Data.of(editor.update(Caller.account(request).id(), design, element, JsonBody.read(body)));
    }

    /** Takes an element away. */
    @DELETE
    @Path("{elementId}")
    public Success remove(
            @Context ContainerRequestContext request,
            @PathParam("designId") String design,
            @PathParam("elementId") String element) {
        editor.remove(Caller.account(request).id(), design, element);
        return Success.DONE;
    }
}
