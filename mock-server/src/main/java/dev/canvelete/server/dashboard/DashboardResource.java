package dev.canvelete.server.dashboard;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.DownloadResource;
import dev.canvelete.server.http.QueryValues;
import dev.canvelete.server.webhook.DeliveryLog;
import dev.canvelete.server.webhook.DeliveryRecord;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page shows, as JSON: everything of every account, which is why it lies under {@code /__admin}. */
@Path("/__admin/dashboard")
@Produces(MediaType.APPLICATION_JSON)
public final class DashboardResource {
    private static final int MOST_DESIGNS = 1000;

    private final DashboardStore store;
    private final DeliveryLog deliveries;
    private final DownloadResource files;

    public DashboardResource(DashboardStore store, DeliveryLog deliveries, DownloadResource files) {
        this.store = store;
        this.deliveries = deliveries;
        this.files = files;
    }

    /** Counts of everything. */
    @GET
    @Path("totals")
    public Envelope<DashboardStore.Totals> totals() {
        return Envelope.of(store.totals());
    }

    /** Batches, newest first; {@code before} is the {@code seq} of the last one that is known. */
    @GET
    @Path("batches")
    public Envelope<List<DashboardStore.Batch>> batches(
            @QueryParam("before") @Nullable String before, @QueryParam("limit") @Nullable String limit) {
        return Envelope.of(store.batches(before(before), QueryValues.limit(limit)));
    }

    /** One batch. */
    @GET
    @Path("batches/{id}")
    public Envelope<DashboardStore.Batch> batch(@PathParam("id") String id) {
        return Envelope.of(found(store.batch(id), "Batch"));
    }

    /** A batch's renders, in order; {@code from} is a position, counted from 0. */
    @GET
    @Path("batches/{id}/renders")
    public Envelope<List<DashboardStore.Render>> renders(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("limit") @Nullable String limit) {
        return Envelope.of(store.rendersOf(
                id, QueryValues.integer("from", from, 0, 0, Integer.MAX_VALUE), QueryValues.limit(limit)));
    }

    /** Renders that are part of no batch, newest first. */
    @GET
    @Path("renders")
    public Envelope<List<DashboardStore.Render>> singles(
            @QueryParam("before") @Nullable String before, @QueryParam("limit") @Nullable String limit) {
        return Envelope.of(store.singles(before(before), QueryValues.limit(limit)));
    }

    /** One render. */
    @GET
    @Path("renders/{id}")
    public Envelope<DashboardStore.Render> render(@PathParam("id") String id) {
        return Envelope.of(found(store.render(id), "Render"));
    }

    /** The files of renders; whoever looks at them here is in no journal, and no fault takes them for an application. */
    @Path("files")
    public DownloadResource files() {
        return files;
    }

    /** Webhook deliveries, newest first. */
    @GET
    @Path("deliveries")
    public Envelope<List<DeliveryLog.Head>> deliveries(
            @QueryParam("before") @Nullable String before, @QueryParam("limit") @Nullable String limit) {
        return Envelope.of(deliveries.heads(before(before), QueryValues.limit(limit)));
    }

    /** One delivery with every attempt. */
    @GET
    @Path("deliveries/{id}")
    public Envelope<DeliveryRecord> delivery(@PathParam("id") String id) {
        return Envelope.of(found(deliveries.find(null, id), "Delivery"));
    }

    /** Designs, oldest first. */
    @GET
    @Path("designs")
    public Envelope<List<DashboardStore.DesignEntry>> designs() {
        return Envelope.of(store.designs(MOST_DESIGNS));
    }

    /** One design, whole. */
    @GET
    @Path("designs/{id}")
    public Envelope<DashboardStore.DesignEntry> design(@PathParam("id") String id) {
        return Envelope.of(found(store.design(id), "Design"));
    }

    private static long before(@Nullable String seq) {
        return seq == null || seq.isEmpty()
                ? Long.MAX_VALUE
                : QueryValues.integer("before", seq, 0, 1, Integer.MAX_VALUE);
    }

    private static <T> T found(Optional<T> thing, String what) {
        return thing.orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, what + " not found"));
    }
}
