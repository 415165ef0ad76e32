package dev.canvelete.server.dashboard;

import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.clock.WorldClocks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The worlds that somebody may want to do something to. */
@Path("/__admin/dashboard/worlds")
@Produces(MediaType.APPLICATION_JSON)
public final class WorldListResource {
    private static final int MOST_ACTIVE = 50;

    private final DashboardStore store;
    private final WorldClocks clocks;

    public WorldListResource(DashboardStore store, WorldClocks clocks) {
        this.store = store;
        this.clocks = clocks;
    }

    /** Those that asked last, and those whose time is not the server's, by their ids. */
    @GET
    public Envelope<List<Line>> worlds() {
        Set<String> apart = clocks.apart();
        return Envelope.of(
                Stream.concat(store.activeAccounts(MOST_ACTIVE).stream().map(Account::id), apart.stream())
                        .distinct()
                        .sorted()
                        .map(world -> new Line(world, apart.contains(world)))
                        .toList());
    }

    /**
     * A world.
     *
     * @param apart whether its time is not the server's
     */
    public record Line(String world, boolean apart) {}
}
