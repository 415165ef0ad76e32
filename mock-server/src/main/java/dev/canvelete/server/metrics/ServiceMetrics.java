package dev.canvelete.server.metrics;

import dev.canvelete.server.batch.RenderOutcome;
import dev.canvelete.server.batch.RenderQueue;
import dev.canvelete.server.health.BoundedReading;
import dev.canvelete.server.webhook.Attempt;
import dev.canvelete.server.webhook.DeliveryInterceptor;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the service does, counted since it started. Labels take few values, and none that a caller chooses. Thread-safe. */
public final class ServiceMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceMetrics.class);
    private static final double MILLIS = 1000;

    private final Counter renders;
    private final Histogram renderTime;
    private final Counter attempts;
    private final Counter refusals;

    /**
     * @param registry has the metrics afterwards
     * @param backlog is read whenever the metrics are
     */
    public ServiceMetrics(PrometheusRegistry registry, BoundedReading<RenderQueue.Backlog> backlog) {
        renders = Counter.builder()
                .name("canvelete_renders_total")
                .help("Renders that this server ended: completed, cached (an earlier file was given again), failed,"
                        + " cancelled")
                .labelNames("outcome")
                .register(registry);
        renderTime = Histogram.builder()
                .name("canvelete_render_time_seconds")
                .help("How long the completed renders took, by the service's clock")
                .classicOnly()
                .register(registry);
        attempts = Counter.builder()
                .name("canvelete_webhook_attempts_total")
                .help("Attempts to deliver an event: accepted, refused (by status), unanswered")
                .labelNames("outcome")
                .register(registry);
        refusals = Counter.builder()
                .name("canvelete_requests_refused_total")
                .help("Requests that a plan's limit refused")
                .labelNames("limit")
                .register(registry);
        GaugeWithCallback.builder()
                .name("canvelete_queue_length")
                .help("Renders that wait for a worker; missing while the database does not answer")
                .callback(length -> observe(length, backlog))
                .register(registry);
    }

    private static void observe(GaugeWithCallback.Callback length, BoundedReading<RenderQueue.Backlog> backlog) {
        try {
            backlog.read().ifPresent(read -> length.call(read.length()));
        } catch (RuntimeException e) {
            LOG.warn("the length of the queue could not be read", e);
        }
    }

    /** A render has ended. */
    public void renderEnded(RenderOutcome outcome) {
        switch (outcome) {
            case RenderOutcome.Completed completed -> {
                renders.labelValues(completed.cached() ? "cached" : "completed").inc();
                renderTime.observe(completed.renderTime() / MILLIS);
            }
            case RenderOutcome.Failed failed -> renders.labelValues("failed").inc();
        }
    }

    /** Renders were ended before any server had begun them. */
    public void rendersCancelled(int count) {
        if (count > 0) {
            renders.labelValues("cancelled").inc(count);
        }
    }

    /** A plan's limit has refused a request. */
    public void requestRefused(String limit) {
        refusals.labelValues(limit).inc();
    }

    /** Counts what comes of each attempt. */
    public DeliveryInterceptor counting(DeliveryInterceptor interceptor) {
        return (delivery, line) -> {
            Attempt attempt = interceptor.send(delivery, line);
            attempts.labelValues(outcome(attempt)).inc();
            return attempt;
        };
    }

    private static String outcome(Attempt attempt) {
        if (attempt.status() == null) {
            return "unanswered";
        }
        return attempt.accepted() ? "accepted" : "refused";
    }
}
