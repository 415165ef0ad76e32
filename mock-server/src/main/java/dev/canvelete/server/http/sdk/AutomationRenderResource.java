package dev.canvelete.server.http.sdk;

import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Single renders where the Go client looks for them: {@code /api/automation/render}. */
@Path("/api/automation/render")
@Produces(MediaType.APPLICATION_JSON)
public final class AutomationRenderResource {
    private final Renderings renderings;

    public AutomationRenderResource(Renderings renderings) {
        this.renderings = renderings;
    }

    /** Renders, and answers with the bytes. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    public CompletionStage<Response> render(@Context ContainerRequestContext request, InputStream body) {
        return renderings.bytes(request, JsonBody.read(body));
    }

    /** What the caller had rendered. */
    @GET
    public Data<List<RenderRecord>> history(@Context ContainerRequestContext request, @BeanParam PageQuery query) {
        return renderings.history(Caller.account(request), null, query);
    }
}
