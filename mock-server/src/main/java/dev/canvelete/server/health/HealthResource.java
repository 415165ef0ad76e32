package dev.canvelete.server.health;

import com.codahale.metrics.health.HealthCheck;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the service is well, for whoever watches it, without a key: 200 if every check is, 503 if one is not. */
@Path("/healthz")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private static final Logger LOG = LoggerFactory.getLogger(HealthResource.class);

    private final SortedMap<String, BoundedReading<HealthCheck.Result>> checks = new TreeMap<>();
    private final HealthCheck.Result late;

    /**
     * @param checks by their names
     * @param longest how long a check may take, before it counts as failed
     */
    public HealthResource(Map<String, HealthCheck> checks, Duration longest) {
        checks.forEach((name, check) -> this.checks.put(name, new BoundedReading<>(check::execute, longest)));
        this.late = HealthCheck.Result.unhealthy("no answer within " + longest.toMillis() + " ms");
    }

    /** Every check, carried out at the same time as the others; one that is still under way is not begun again. */
    @GET
    public Response health() {
        SortedMap<String, CompletableFuture<HealthCheck.Result>> running = new TreeMap<>();
        checks.forEach((name, check) -> running.put(name, check.ask(late)));
        List<Check> results = running.entrySet().stream()
                .map(check -> check(check.getKey(), check.getValue().join()))
                .toList();
        boolean healthy = results.stream().allMatch(Check::healthy);
        return Response.status(healthy ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store")
                .entity(new Health(healthy, results))
                .build();
    }

    /** What a check threw may name folders and hosts: that is for the log. */
    private static Check check(String name, HealthCheck.Result result) {
        if (result.getError() != null) {
            LOG.warn("the health check {} failed", name, result.getError());
            return new Check(name, false, "the check failed; the server's log says why");
        }
        // The check for deadlocks adds stack traces in the lines that follow.
        String message = Objects.requireNonNullElse(result.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return new Check(name, result.isHealthy(), message);
    }

    private record Health(boolean healthy, List<Check> checks) {}

    private record Check(String name, boolean healthy, String message) {}
}
