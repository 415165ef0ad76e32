package dev.canvelete.server.http.documented;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.Envelope.Pagination;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.QueryValues;
import dev.canvelete.server.webhook.DeliveryLog;
import dev.canvelete.server.webhook.DeliveryRecord;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent to webhooks, with every attempt: {@code /v1/webhooks/deliveries}. */
@Path("/v1/webhooks/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveryResource {
    private final DeliveryLog deliveries;
    private final WorldClocks clocks;

    public DeliveryResource(DeliveryLog deliveries, WorldClocks clocks) {
        this.deliveries = deliveries;
        this.clocks = clocks;
    }

    /** One page of the caller's deliveries, newest first. */
    @GET
    public Envelope<List<DeliveryRecord>> list(
            @Context ContainerRequestContext request,
            @QueryParam("webhookId") @Nullable String webhookId,
            @QueryParam("eventType") @Nullable String eventType,
            @QueryParam("status") @Nullable String status,
            @QueryParam("page") @Nullable String page,
            @QueryParam("limit") @Nullable String limit) {
        int number = QueryValues.page(page);
        int size = QueryValues.limit(limit);
        DeliveryLog.Page found = deliveries.list(new DeliveryLog.Query(
                Caller.account(request).id(),
                QueryValues.text("webhookId", webhookId),
                QueryValues.text("eventType", eventType),
                QueryValues.text("status", status),
                number,
                size));
        return Envelope.page(found.deliveries(), Pagination.of(number, size, found.total()));
    }

    /** One delivery. */
    @GET
    @Path("{deliveryId}")
    public Envelope<DeliveryRecord> get(@Context ContainerRequestContext request, @PathParam("deliveryId") String id) {
        return Envelope.of(find(request, id));
    }

    /** Sends it once more, at once. */
    @POST
    @Path("{deliveryId}/redeliver")
    public Envelope<DeliveryRecord> redeliver(
            @Context ContainerRequestContext request, @PathParam("deliveryId") String id) {
        deliveries.redeliver(find(request, id).id(), clocks);
        return Envelope.of(find(request, id));
    }

    private DeliveryRecord find(ContainerRequestContext request, String id) {
        return deliveries
                .find(Caller.account(request).id(), id)
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "Webhook delivery not found"));
    }
}
