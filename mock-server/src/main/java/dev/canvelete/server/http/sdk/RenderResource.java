package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Single renders: {@code /api/v1/render}. */
@Path("/api/v1/render")
@Produces(MediaType.APPLICATION_JSON)
public final class RenderResource {
    private final Renderings renderings;

    public RenderResource(Renderings renderings) {
        this.renderings = renderings;
    }

    /** Renders, and answers with the bytes; with {@code async} it answers at once with the render's id. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    public CompletionStage<Response> render(@Context ContainerRequestContext request, InputStream body) {
        ObjectNode render = JsonBody.read(body);
        if (!render.path("async").asBoolean(false)) {
            return renderings.bytes(request, render);
        }
        RenderResult queued = renderings.start(request, render);
        Data<Started> answer = Data.of(new Started(queued.renderId(), RenderRecord.status(queued.status())));
        return CompletableFuture.completedFuture(
                Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build());
    }

    /** Takes a render in and answers at once. */
    @POST
    @Path("async")
    @Consumes(MediaType.APPLICATION_JSON)
    public Job start(@Context ContainerRequestContext request, InputStream body) {
        return Job.of(renderings.start(request, JsonBody.read(body)));
    }

    /** A render as it stands, bare. */
    @GET
    @Path("status/{renderId}")
    public RenderRecord status(@Context ContainerRequestContext request, @PathParam("renderId") String id) {
        return renderings.find(Caller.account(request), id);
    }

    /** A render as it stands. */
    @GET
    @Path("{renderId: (?!async$)[^/]+}") // Jersey would take a GET of "async" for one of a render of that name.
    public Data<RenderRecord> get(@Context ContainerRequestContext request, @PathParam("renderId") String id) {
        return Data.of(renderings.find(Caller.account(request), id));
    }

    /** What the caller had rendered. */
    @GET
    @Path("history")
    public Data<List<RenderRecord>> history(@Context ContainerRequestContext request, @BeanParam PageQuery query) {
        return renderings.history(Caller.account(request), null, query);
    }

    /** What the caller had rendered of one design or template. */
    @GET
    @Path("design/{designId}/history")
    public Data<List<RenderRecord>> ofDesign(
            @Context ContainerRequestContext request,
            @PathParam("designId") String design,
            @BeanParam PageQuery query) {
        return renderings.history(Caller.account(request), design, query);
    }

    private record Started(String id, String status) {}

    /** A render that has been taken in. */
    record Job(String jobId, String status) {
        static Job of(RenderResult queued) {
            return new Job(queued.renderId(), RenderRecord.status(queued.status()));
        }
    }
}
