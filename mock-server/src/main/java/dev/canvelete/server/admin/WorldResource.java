package dev.canvelete.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.fault.StrictJson;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Worlds: {@code /__admin/worlds}. */
@Path("/__admin/worlds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WorldResource {
    private final Control control;
    private final Worlds worlds;

    public WorldResource(Control control) {
        this.control = control;
        this.worlds = control.worlds();
    }

    /** A fresh world with a key of its own. */
    @POST
    public Envelope<Wire> create(InputStream body) {
        Wanted wanted = StrictJson.read(JsonBody.read(body), Wanted.class, "");
        return Envelope.of(Wire.of(worlds.create(plan(Objects.requireNonNullElse(wanted.plan(), "enterprise")))));
    }

    /** Puts a world, named by its id or key, under another plan. */
    @POST
    @Path("{world}/plan")
    public Envelope<String> plan(@PathParam("world") String world, InputStream body) {
        Wanted wanted = StrictJson.read(JsonBody.read(body), Wanted.class, "");
        Plan plan = plan(Objects.requireNonNullElse(wanted.plan(), ""));
        worlds.changePlan(String.valueOf(worlds.named(world)), plan);
        return Envelope.of(plan.name().toLowerCase(Locale.ROOT));
    }

    /** Closes a world, named by its id or key, and forgets all that is in it. */
    @DELETE
    @Path("{world}")
    public Envelope<ObjectNode> remove(@PathParam("world") String world) {
        control.remove(String.valueOf(worlds.named(world)));
        return Envelope.of(Json.object());
    }

    private static Plan plan(String name) {
        return Arrays.stream(Plan.values())
                .filter(plan -> plan.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("plan", "one of free, individual, teams, enterprise is right"));
    }

    private record Wanted(@Nullable String plan) {}

    /** A world as it is answered. */
    public record Wire(String world, String apiKey, String plan) {
        static Wire of(World world) {
            return new Wire(world.id(), world.apiKey(), world.plan().name().toLowerCase(Locale.ROOT));
        }
    }
}
