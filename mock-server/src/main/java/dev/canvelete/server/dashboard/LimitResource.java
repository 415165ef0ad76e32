package dev.canvelete.server.dashboard;

import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.limits.RateLimits;
import dev.canvelete.server.limits.Standing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What is left of the limits of those who asked last. */
@Path("/__admin/dashboard/limits")
@Produces(MediaType.APPLICATION_JSON)
public final class LimitResource {
    private static final int MOST_ACCOUNTS = 20;

    private final DashboardStore store;
    private final RateLimits limits;

    public LimitResource(DashboardStore store, RateLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** Every limit of each account; plans without limits have none. Looking counts as no request. */
    @GET
    public Envelope<List<Standing>> limits() {
        return Envelope.of(store.activeAccounts(MOST_ACCOUNTS).stream()
                .flatMap(account -> limits.standing(account).stream())
                .toList());
    }
}
