package dev.canvelete.server.admin;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.fault.StrictJson;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.QueryValues;
import dev.canvelete.server.journal.Count;
import dev.canvelete.server.journal.Journal;
import dev.canvelete.server.journal.JournalEntry;
import dev.canvelete.server.journal.RequestPattern;
import dev.canvelete.server.journal.Verification;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The journal of requests: {@code /__admin/requests}. */
@Path("/__admin/requests")
@Produces(MediaType.APPLICATION_JSON)
public final class JournalResource {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Journal journal;
    private final Worlds worlds;

    public JournalResource(Journal journal, Worlds worlds) {
        this.journal = journal;
        this.worlds = worlds;
    }

    /**
     * Requests, the newest first; {@code before} is the id of the last one that is known, and {@code bodies=false} leaves
     * out what makes a long list large.
     */
    @GET
    public Envelope<List<JournalEntry>> list(
            @QueryParam("world") @Nullable String world,
            @QueryParam("method") @Nullable String method,
            @QueryParam("path") @Nullable String path,
            @QueryParam("before") @Nullable String before,
            @QueryParam("bodies") @Nullable String bodies,
            @QueryParam("limit") @Nullable String limit) {
        RequestPattern pattern = new RequestPattern(method, path, null, Map.of(), List.of(), null, null);
        List<JournalEntry> found = journal.find(
                worlds.named(world),
                pattern,
                QueryValues.integer("before", before, Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
                QueryValues.limit(limit));
        return Envelope.of(
                "false".equals(bodies) ? found.stream().map(JournalEntry::head).toList() : found);
    }

    /** One request. */
    @GET
    @Path("{id}")
    public Envelope<JournalEntry> get(@PathParam("id") String id) {
        return Envelope.of(journal.entry(QueryValues.integer("id", id, 0, 1, Integer.MAX_VALUE))
                .orElseThrow(
                        () -> Refusal.of(ErrorCode.NOT_FOUND, "The journal does not have this request any longer")));
    }

    /** The requests that a pattern means, the newest first. */
    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    public Envelope<List<JournalEntry>> search(InputStream body) {
        Search search = StrictJson.read(JsonBody.read(body), Search.class, "");
        return Envelope.of(journal.find(
                worlds.named(search.world()),
                Objects.requireNonNullElse(search.match(), RequestPattern.ANY),
                QueryValues.LARGEST_PAGE));
    }

    /** Whether there are as many as wanted, within the time given; with near-misses if not. No thread waits. */
    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Envelope<Verification>> verify(InputStream body) {
        Wanted wanted = StrictJson.read(JsonBody.read(body), Wanted.class, "");
        Duration wait = Objects.requireNonNullElse(wanted.within(), Duration.ZERO);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw Refusal.invalid("within", "at most 60s is right");
        }
        return journal.verify(
                        worlds.named(wanted.world()),
                        Objects.requireNonNullElse(wanted.match(), RequestPattern.ANY),
                        Objects.requireNonNullElse(wanted.count(), Count.atLeast(1)),
                        wait)
                .thenApply(Envelope::of);
    }

    /** Forgets the requests of one world, or all. */
    @DELETE
    public Envelope<List<JournalEntry>> clear(@QueryParam("world") @Nullable String world) {
        journal.clear(worlds.named(world));
        return Envelope.of(List.of());
    }

    private record Search(@Nullable String world, @Nullable RequestPattern match) {}

    private record Wanted(
            @Nullable String world,
            @Nullable RequestPattern match,
            @Nullable Count count,
            @Nullable Duration within) {}
}
