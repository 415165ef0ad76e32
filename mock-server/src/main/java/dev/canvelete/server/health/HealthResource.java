package dev.canvelete.server.health;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the service is well, for whoever watches it, without a key: 200 if every check is, 503 if one is not. */
@Path("/healthz")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private static final Logger LOG = LoggerFactory.getLogger(HealthResource.class);

    private final HealthCheckRegistry checks;

    public HealthResource(HealthCheckRegistry checks) {
        this.checks = checks;
    }

    /** Every check, carried out now. */
    @GET
    public Response health() {
        List<Check> results = checks.runHealthChecks().entrySet().stream()
                .map(HealthResource::check)
                .toList();
        boolean healthy = results.stream().allMatch(Check::healthy);
        return Response.status(healthy ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store")
                .entity(new Health(healthy, results))
                .build();
    }

    /** What a check threw may name folders and hosts: that is for the log. */
    private static Check check(Map.Entry<String, HealthCheck.Result> entry) {
        HealthCheck.Result result = entry.getValue();
        if (result.getError() != null) {
            LOG.warn("the health check {} failed", entry.getKey(), result.getError());
            return new Check(entry.getKey(), false, "the check failed; the server's log says why");
        }
        // Dropwizard's check for deadlocks adds stack traces in the lines that follow.
        String message = Objects.requireNonNullElse(result.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return new Check(entry.getKey(), result.isHealthy(), message);
    }

    private record Health(boolean healthy, List<Check> checks) {}

    private record Check(String name, boolean healthy, String message) {}
}
