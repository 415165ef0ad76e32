package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.server.design.CanvasEditor;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.Form;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A design's canvas as a whole: {@code /api/designs/{designId}/canvas}. */
@Path(DesignResource.PATH + "/{designId}/canvas")
@Produces(MediaType.APPLICATION_JSON)
public final class CanvasResource {
    private final DesignService designs;
    private final CanvasEditor editor;

    public CanvasResource(DesignService designs, CanvasEditor editor) {
        this.designs = designs;
        this.editor = editor;
    }

    /** What is on the canvas. */
    @GET
    public Data<ObjectNode> get(@Context ContainerRequestContext request, @PathParam("designId") String id) {
        return Data.of(DesignJson.canvas(designs.get(Caller.account(request).id(), id)));
    }

    /** Gives it another size. */
    @PATCH
    @Path("resize")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<ObjectNode> resize(
            @Context ContainerRequestContext request, @PathParam("designId") String id, InputStream body) {
        ObjectNode size = JsonBody.read(body);
        List<Fault> faults = new ArrayList<>();
        for (String side : List.of("width", "height")) {
            if (!size.path(side).isNumber()) {
                faults.add(new Fault(side, "a number of pixels is right"));
            }
        }
        Refusal.throwIfFaulty(faults);
        return Data.of(DesignJson.edited(
                editor.resize(Caller.account(request).id(), id, size.path("width"), size.path("height"))));
    }

    /** Gives it another background. */
    @PATCH
    @Path("background")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<ObjectNode> background(
            @Context ContainerRequestContext request, @PathParam("designId") String id, InputStream body) {
        List<Fault> faults = new ArrayList<>();
        Form form = new Form(JsonBody.read(body), "", faults);
        String background = form.text("background");
        if (background == null && faults.isEmpty()) {
            form.fault("background", "a CSS colour or gradient is right");
        }
        Refusal.throwIfFaulty(faults);
        return Data.of(DesignJson.edited(editor.paint(Caller.account(request).id(), id, String.valueOf(background))));
    }

    /** Takes every element away. */
    @DELETE
    @Path("elements")
    public Success clear(@Context ContainerRequestContext request, @PathParam("designId") String id) {
        editor.clear(Caller.account(request).id(), id);
        return Success.DONE;
    }
}
