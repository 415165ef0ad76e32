package dev.canvelete.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.fault.StrictJson;
import dev.canvelete.server.http.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clock: {@code /__admin/clock}. */
@Path("/__admin/clock")
@Produces(MediaType.APPLICATION_JSON)
public final class ClockResource {
    private final Worlds worlds;
    private final WorldClocks clocks;

    public ClockResource(Control control) {
        this.worlds = control.worlds();
        this.clocks = control.clocks();
    }

    /** What time it is for the server, or in {@code world}. */
    @GET
    public Envelope<Reading> get(@QueryParam("world") @Nullable String world) {
        return read(clock(world));
    }

    private ControllableClock clock(@Nullable String world) {
        return clocks.of(worlds.existing(world));
    }

    private static Envelope<Reading> read(ControllableClock clock) {
        return Envelope.of(
                new Reading(clock.instant(), clock.frozen(), clock.ahead().toMillis()));
    }

    /** Moves the server's, or that of {@code world} alone: resets it first if asked to, freezes it, sets it, advances it, and lets it run last. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<Reading> move(InputStream body) {
        ObjectNode json = JsonBody.read(body);
        Move move = StrictJson.read(json, Move.class, "");
        ControllableClock clock = clock(move.world());
        if (Boolean.TRUE.equals(move.reset())) {
            clock.reset();
        }
        if (Boolean.TRUE.equals(move.frozen())) {
            clock.freeze();
        }
        try {
            if (move.set() != null) {
                clock.set(move.set());
            }
            if (move.advance() != null) {
                clock.advance(move.advance());
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(move.set() != null ? "set" : "advance", String.valueOf(e.getMessage()));
        }
        if (Boolean.FALSE.equals(move.frozen())) {
            clock.run();
        }
        return read(clock);
    }

    /**
     * Where it is.
     *
     * @param aheadMillis of the machine's clock, and a world's of the server's
     */
    public record Reading(Instant now, boolean frozen, long aheadMillis) {}

    private record Move(
            @Nullable String world,
            @Nullable Boolean reset,
            @Nullable Instant set,
            @Nullable Duration advance,
            @Nullable Boolean frozen) {}
}
