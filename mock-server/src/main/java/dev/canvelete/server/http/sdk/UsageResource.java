package dev.canvelete.server.http.sdk;

import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.usage.Period;
import dev.canvelete.server.usage.Usage;
import dev.canvelete.server.usage.UsageStore;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the caller has used: below {@code /api/v1/usage} and {@code /api/usage}. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public final class UsageResource {
    /** Every day that the databases can compare. */
    private static final Period ALWAYS =
            new Period(Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("9999-01-01T00:00:00Z"));

    private final Usage usage;

    public UsageResource(Usage usage) {
        this.usage = usage;
    }

    /** This month's numbers. */
    @GET
    @Path("v1/usage/stats")
    public Data<Usage.Stats> stats(@Context ContainerRequestContext request) {
        return Data.of(usage.stats(Caller.account(request)));
    }

    /** What cost credits, newest first. */
    @GET
    @Path("v1/usage/history")
    public Data<List<Usage.Event>> history(
            @Context ContainerRequestContext request,
            @BeanParam PageQuery query,
            @QueryParam("startDate") @Nullable String start,
            @QueryParam("endDate") @Nullable String end) {
        Period period = new Period(time("startDate", start, ALWAYS.from()), time("endDate", end, ALWAYS.until()));
        UsageStore.Page<Usage.Event> found =
                usage.history(Caller.account(request), period, query.page(), query.limit());
        return Data.page(found.entries(), query, found.total());
    }

    private static Instant time(String name, @Nullable String given, Instant otherwise) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        // A plus in a query string is a space, unless the client took care of it; the zone +02:00 then has lost its
        // sign.
        return Times.read(given.strip().replace(' ', '+'))
                .filter(time -> !time.isBefore(ALWAYS.from()) && !time.isAfter(ALWAYS.until()))
                .orElseThrow(() -> Refusal.invalid(name, "a time such as 2030-01-31T12:00:00Z is right"));
    }

    /** This month's calls by endpoint. */
    @GET
    @Path("v1/usage/api-stats")
    public Data<Usage.CallStats> callStats(@Context ContainerRequestContext request) {
        return Data.of(usage.callStats(Caller.account(request)));
    }

    /** What the caller did, newest first. */
    @GET
    @Path("usage/activities")
    public Data<List<Activity>> activities(@Context ContainerRequestContext request, @BeanParam PageQuery query) {
        UsageStore.Page<UsageStore.Activity> found =
                usage.activities(Caller.account(request), query.page(), query.limit());
        return Data.page(found.entries().stream().map(Activity::of).toList(), query, found.total());
    }

    /** How the last day, week, month or year went. */
    @GET
    @Path("usage/analytics")
    public Data<Usage.Analytics> analytics(
            @Context ContainerRequestContext request, @QueryParam("period") @Nullable String period) {
        int days =
                switch (period == null || period.isBlank() ? "month" : period) {
                    case "day" -> 1;
                    case "week" -> 7;
                    case "month" -> 30;
                    case "year" -> 365;
                    default -> throw Refusal.invalid("period", "one of day, week, month, year is right");
                };
        return Data.of(usage.analytics(Caller.account(request), days));
    }

    private record Activity(String action, Instant timestamp, Map<String, String> details) {
        static Activity of(UsageStore.Activity done) {
            return new Activity(done.action(), done.timestamp(), Map.of("id", done.subject()));
        }
    }
}
