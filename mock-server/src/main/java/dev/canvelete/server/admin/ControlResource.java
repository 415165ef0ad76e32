package dev.canvelete.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import dev.canvelete.server.webhook.DeliveryRecord;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What else a test may do: reset, designs, deliveries; and what all of it is, as OpenAPI. */
@Path("/__admin")
@Produces(MediaType.APPLICATION_JSON)
public final class ControlResource {
    private final Control control;

    public ControlResource(Control control) {
        this.control = control;
    }

    /** Makes {@code world} as it was when it was new, or the whole server as it was at its start. */
    @POST
    @Path("reset")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> reset(InputStream body) {
        control.reset(control.worlds().named(text(JsonBody.read(body), "world")));
        return Envelope.of(Json.object());
    }

    /** Stores {@code design} in {@code world}, or for all. */
    @POST
    @Path("designs")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<ObjectNode> addDesign(InputStream body) {
        ObjectNode request = JsonBody.read(body);
        if (!(request.get("design") instanceof ObjectNode design)) {
            throw Refusal.invalid("design", "a design as an object is right");
        }
        String world = control.worlds().named(text(request, "world"));
        return Envelope.of(Json.object().put("id", control.worlds().addDesign(world, design)));
    }

    /** Webhook deliveries with their attempts, the newest first. */
    @GET
    @Path("deliveries")
    public Envelope<List<DeliveryRecord>> deliveries(
            @QueryParam("world") @Nullable String world, @QueryParam("limit") @Nullable String limit) {
        return Envelope.of(control.deliveries().list(control.worlds().named(world), QueryValues.limit(limit)));
    }

    /** Sends one once more. */
    @POST
    @Path("deliveries/{id}/redeliver")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<DeliveryRecord> redeliver(@PathParam("id") String id) {
        return Envelope.of(control.deliveries().redeliver(id));
    }

    /** The OpenAPI document of the control plane. */
    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    public InputStream openApi() {
        return Objects.requireNonNull(ControlResource.class.getResourceAsStream("openapi.yaml"));
    }

    private static @Nullable String text(ObjectNode body, String field) {
        if (!body.hasNonNull(field)) {
            return null;
        }
        if (!body.get(field).isTextual()) {
            throw Refusal.invalid(field, "a text is right");
        }
        return body.get(field).textValue();
    }
}
