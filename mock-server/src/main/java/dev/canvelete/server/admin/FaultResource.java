package dev.canvelete.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.fault.Faults;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.fault.ScenarioJson;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults and scenarios: {@code /__admin/faults}. */
@Path("/__admin/faults")
@Produces(MediaType.APPLICATION_JSON)
public final class FaultResource {
    private final Faults faults;
    private final Worlds worlds;

    public FaultResource(Faults faults, Worlds worlds) {
        this.faults = faults;
        this.worlds = worlds;
    }

    /** What is in force, for one world or everywhere. */
    @GET
    public Envelope<List<ObjectNode>> list(@QueryParam("world") @Nullable String world) {
        return Envelope.of(faults.list(worlds.named(world)).stream()
                .map(ScenarioJson::write)
                .toList());
    }

    /** Puts a fault or a scenario in force. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> add(InputStream body) {
        Scenario scenario = ScenarioJson.read(JsonBody.read(body));
        try {
            String id = faults.add(scenario.in(worlds.named(scenario.world())));
            return get(id);
        } catch (IllegalStateException e) {
            throw Refusal.invalid("", String.valueOf(e.getMessage()));
        }
    }

    /** One of them, and how far it has come. */
    @GET
    @Path("{id}")
    public Envelope<ObjectNode> get(@PathParam("id") String id) {
        return Envelope.of(faults.list(null).stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .map(ScenarioJson::write)
                .orElseThrow(FaultResource::notFound));
    }

    /** Takes one back. */
    @DELETE
    @Path("{id}")
    public Envelope<List<ObjectNode>> remove(@PathParam("id") String id) {
        if (!faults.remove(id)) {
            throw notFound();
        }
        return list(null);
    }

    /** Takes all back, or all of one world. */
    @DELETE
    public Envelope<List<ObjectNode>> clear(@QueryParam("world") @Nullable String world) {
        faults.clear(worlds.named(world));
        return list(null);
    }

    private static Refusal notFound() {
        return Refusal.of(ErrorCode.NOT_FOUND, "Fault not found");
    }
}
