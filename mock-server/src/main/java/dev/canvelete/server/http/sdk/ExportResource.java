package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A design as a file, without any data: {@code /api/automation/designs/{designId}/export}. */
@Path(DesignResource.PATH + "/{designId}/export")
public final class ExportResource {
    private final Renderings renderings;

    public ExportResource(Renderings renderings) {
        this.renderings = renderings;
    }

    /** Answers with the file's bytes. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    public CompletionStage<Response> post(
            @Context ContainerRequestContext request, @PathParam("designId") String id, InputStream body) {
        return renderings.export(request, id, JsonBody.read(body));
    }

    /** The same for whoever has only an address, as the MCP server gives it away. */
    @GET
    @Produces(MediaType.WILDCARD)
    public CompletionStage<Response> get(
            @Context ContainerRequestContext request,
            @PathParam("designId") String id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("quality") @Nullable String quality) {
        ObjectNode form = Json.object().put("quality", QueryValues.integer("quality", quality, 90, 1, 100));
        return renderings.export(request, id, format == null ? form : form.put("format", format));
    }
}
