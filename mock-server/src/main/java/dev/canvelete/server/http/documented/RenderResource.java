package dev.canvelete.server.http.documented;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.Envelope.Pagination;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.batch.BatchStore;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.FinishedRender;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import dev.canvelete.server.http.SingleRender;
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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Single renders, and the lists: {@code /v1/render}. */
@Path("/v1/render")
@Produces(MediaType.APPLICATION_JSON)
public final class RenderResource {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BatchService renders;
    private final IdempotencyKeys keys;

    public RenderResource(BatchService renders, IdempotencyKeys keys) {
        this.renders = renders;
        this.keys = keys;
    }

    /** One render as it stands. */
    @GET
    @Path("{renderId}")
    public Envelope<RenderResult> get(
            @Context ContainerRequestContext request, @PathParam("renderId") String renderId) {
        return Envelope.of(renders.render(Caller.account(request), renderId));
    }

    /** The caller's batches, newest first, without their renders. */
    @GET
    @Path("batches")
    public Envelope<List<BatchState>> list(
            @Context ContainerRequestContext request,
            @QueryParam("page") @Nullable String page,
            @QueryParam("limit") @Nullable String limit) {
        int number = QueryValues.page(page);
        int size = QueryValues.limit(limit);
        BatchStore.Page found = renders.list(Caller.account(request), number, size);
        return Envelope.page(found.batches(), Pagination.of(number, size, found.total()));
    }

    /** Renders a design. */
    @POST
    @Path("design/{designId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Envelope<ObjectNode>> design(
            @Context ContainerRequestContext request, @PathParam("designId") String id, InputStream body) {
        return single(request, "designId", id, JsonBody.read(body));
    }

    /** Renders a template. */
    @POST
    @Path("template/{templateId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Envelope<ObjectNode>> template(
            @Context ContainerRequestContext request, @PathParam("templateId") String id, InputStream body) {
        return single(request, "templateId", id, JsonBody.read(body));
    }

    private CompletionStage<Envelope<ObjectNode>> single(
            ContainerRequestContext request, String kind, String id, ObjectNode body) {
        Account account = Caller.account(request);
        SingleRender form = SingleRender.read(body, kind, id);
        RenderResult queued = keys.of(request, body)
                .answer(RenderResult.class, () -> renders.submitSingle(account, form.render(), form.webhook()));
        if (form.async()) {
            ObjectNode data = Json.object()
                    .put("renderId", queued.renderId())
                    .put("status", queued.status().wireName());
            return CompletableFuture.completedFuture(Envelope.of(data));
        }
        return renders.awaitRender(account, queued.renderId(), PATIENCE).thenApply(RenderResource::finished);
    }

    private static Envelope<ObjectNode> finished(RenderResult ended) {
        RenderResult render = FinishedRender.of(ended);
        return Envelope.of(Json.object()
                .put("renderId", render.renderId())
                .put("imageUrl", render.downloadUrl())
                .put("downloadUrl", render.downloadUrl())
                .put("format", String.valueOf(render.format()).toLowerCase(Locale.ROOT))
                .put("width", render.width())
                .put("height", render.height())
                .put("fileSize", render.fileSize())
                .put("renderTime", render.renderTime())
                .put("cached", render.cached()));
    }
}
