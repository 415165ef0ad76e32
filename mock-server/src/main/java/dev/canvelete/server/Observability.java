package dev.canvelete.server;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.batch.RenderQueue;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.health.ArtifactCheck;
import dev.canvelete.server.health.DatabaseCheck;
import dev.canvelete.server.health.HealthResource;
import dev.canvelete.server.health.QueueAgeCheck;
import dev.canvelete.server.metrics.MetricsResource;
import dev.canvelete.server.metrics.ServiceMetrics;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What tells from outside how the service is, put together: health checks and metrics. */
final class Observability {
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(5);

    private final Database database;
    private final ArtifactStore artifacts;
    private final InstantSource clock;
    private final RenderQueue queue;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ServiceMetrics metrics;

    /** @param artifacts where the files of renders are kept */
    Observability(Database database, ArtifactStore artifacts, InstantSource clock) {
        this.database = database;
        this.artifacts = artifacts;
        this.clock = clock;
        this.queue = database.queue();
        this.metrics = new ServiceMetrics(registry, queue);
    }

    /** What the service counts. */
    ServiceMetrics metrics() {
        return metrics;
    }

    /**
     * What answers whoever watches; to be called once.
     *
     * @param http what Dropwizard, Jetty and Jersey count
     * @param checks has the service's checks afterwards
     */
    List<Object> components(MetricRegistry http, HealthCheckRegistry checks) {
        DropwizardExports.builder().dropwizardRegistry(http).register(registry);
        checks.register("database", new DatabaseCheck(database::ping));
        checks.register("artifacts", new ArtifactCheck(artifacts));
        checks.register("queue", new QueueAgeCheck(queue, clock));
        return List.of(new HealthResource(checks, LONGEST_CHECK), new MetricsResource(registry));
    }
}
