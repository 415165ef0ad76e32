package dev.canvelete.server.http.documented;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchRequest;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.batch.Downloads;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import dev.canvelete.server.http.RenderForms;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Batches: {@code /v1/render/batch}. */
@Path("/v1/render/batch")
@Produces(MediaType.APPLICATION_JSON)
public final class BatchResource {
    private static final int LONGEST_WAIT = 60;

    private final BatchService batches;
    private final Downloads downloads;
    private final IdempotencyKeys keys;

    public BatchResource(BatchService batches, Downloads downloads, IdempotencyKeys keys) {
        this.batches = batches;
        this.downloads = downloads;
        this.keys = keys;
    }

    /** Takes a batch in and answers at once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<BatchAccepted> submit(@Context ContainerRequestContext request, InputStream body) {
        Account account = Caller.account(request);
        ObjectNode json = JsonBody.read(body);
        BatchRequest batch = RenderForms.batch(json, account.plan());
        return Envelope.of(keys.of(request, json).answer(BatchAccepted.class, () -> batches.submit(account, batch)));
    }

    /** A batch as it stands; with {@code wait} as it stands when it has ended, or after that many seconds. */
    @GET
    @Path("{batchId}")
    public CompletionStage<Envelope<BatchState>> get(
            @Context ContainerRequestContext request,
            @PathParam("batchId") String batchId,
            @QueryParam("wait") @Nullable String wait) {
        int seconds = QueryValues.integer("wait", wait, 0, 0, LONGEST_WAIT);
        return batches.await(Caller.account(request), batchId, Duration.ofSeconds(seconds))
                .thenApply(Envelope::of);
    }

    /** Ends what is still queued. */
    @POST
    @Path("{batchId}/cancel")
    public Envelope<BatchState> cancel(@Context ContainerRequestContext request, @PathParam("batchId") String batchId) {
        return Envelope.of(keys.of(request, Json.object())
                .answer(BatchState.class, () -> batches.cancel(Caller.account(request), batchId)));
    }

    /** The files that are finished, as one zip. */
    @GET
    @Path("{batchId}/archive")
    @Produces("application/zip")
    public Response archive(@Context ContainerRequestContext request, @PathParam("batchId") String batchId) {
        BatchState batch = batches.batch(Caller.account(request), batchId);
        return Response.ok(new BatchArchive(batch.renders(), downloads))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batch.batchId() + ".zip\"")
                .build();
    }
}
