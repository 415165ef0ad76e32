package dev.canvelete.server;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.jvm.ThreadDeadlockHealthCheck;
import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.batch.RenderQueue;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.health.ArtifactCheck;
import dev.canvelete.server.health.BoundedReading;
import dev.canvelete.server.health.DatabaseCheck;
import dev.canvelete.server.health.HealthResource;
import dev.canvelete.server.health.QueueAgeCheck;
import dev.canvelete.server.metrics.HttpMetrics;
import dev.canvelete.server.metrics.MetricsResource;
import dev.canvelete.server.metrics.ServiceMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What tells from outside how the service is, put together: health checks and metrics. */
final class Observability {
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(2);
    private static final Duration LONGEST_READING = Duration.ofSeconds(1);

    private final Database database;
    private final ArtifactStore artifacts;
    private final InstantSource clock;
    private final BoundedReading<RenderQueue.Backlog> backlog;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ServiceMetrics metrics;

    /** @param artifacts where the files of renders are kept */
    Observability(Database database, ArtifactStore artifacts, InstantSource clock) {
        this.database = database;
        this.artifacts = artifacts;
        this.clock = clock;
        this.backlog = new BoundedReading<>(database.queue()::backlog, LONGEST_READING);
        this.metrics = new ServiceMetrics(registry, backlog);
    }

    /** What the service counts. */
    ServiceMetrics metrics() {
        return metrics;
    }

    /** What answers whoever watches that server; to be called once. */
    List<Object> components(WebServer http) {
        HttpMetrics.register(registry, http.statistics(), http.threads());
        Map<String, HealthCheck> checks = Map.of(
                "database", new DatabaseCheck(database::ping),
                "artifacts", new ArtifactCheck(artifacts),
                "queue", new QueueAgeCheck(backlog, clock),
                "deadlocks", new ThreadDeadlockHealthCheck());
        return List.of(new HealthResource(checks, LONGEST_CHECK), new MetricsResource(registry));
    }
}
