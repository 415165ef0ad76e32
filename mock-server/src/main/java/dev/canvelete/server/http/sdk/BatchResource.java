package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchRequest;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.RenderForms;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** Batches, which this dialect calls jobs: {@code /api/v1/render/batch}. */
@Path("/api/v1/render/batch")
@Produces(MediaType.APPLICATION_JSON)
public final class BatchResource {
    private final BatchService batches;
    private final IdempotencyKeys keys;

    public BatchResource(BatchService batches, IdempotencyKeys keys) {
        this.batches = batches;
        this.keys = keys;
    }

    /** Takes a batch in and answers at once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Accepted submit(@Context ContainerRequestContext request, InputStream body) {
        Account account = Caller.account(request);
        ObjectNode json = JsonBody.read(body);
        BatchRequest batch = RenderForms.batch(json, account.plan());
        return Accepted.of(keys.of(request, json).answer(BatchAccepted.class, () -> batches.submit(account, batch)));
    }

    /** How far a batch has come. */
    @GET
    @Path("{batchId}/status")
    public Progress status(@Context ContainerRequestContext request, @PathParam("batchId") String id) {
        BatchState state = batches.batch(Caller.account(request), id);
        return new Progress(
                state.renders().stream().map(RenderRecord::of).toList(),
                state.status().ended());
    }

    /** A batch that has been taken in, its jobs in the order of the request. */
    record Accepted(String batchId, List<RenderResource.Job> jobs, int totalJobs) {
        static Accepted of(BatchAccepted batch) {
            return new Accepted(
                    batch.batchId(),
                    batch.renders().stream()
                            .map(render ->
                                    new RenderResource.Job(render.renderId(), RenderRecord.status(render.status())))
                            .toList(),
                    batch.totalRenders());
        }
    }

    /** A batch as it stands; {@code completed} says that every job has ended, well or not. */
    record Progress(List<RenderRecord> jobs, boolean completed) {}
}
