package dev.canvelete.server.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.thread.ThreadPool;

/** What Jetty counts of requests and threads. */
public final class HttpMetrics {
    private HttpMetrics() {}

    /** Has the registry ask these whenever it is read. */
    public static void register(PrometheusRegistry registry, StatisticsHandler requests, ThreadPool threads) {
        CounterWithCallback.builder()
                .name("canvelete_http_responses_total")
                .help("Answers that were sent, by the first digit of their status")
                .labelNames("status")
                .callback(counts -> count(counts, requests))
                .register(registry);
        GaugeWithCallback.builder()
                .name("canvelete_http_requests_active")
                .help("Requests that are being answered, also those that wait for a batch to end")
                .callback(active -> active.call(requests.getRequestsActive()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("canvelete_http_threads")
                .help("Threads that answer requests: busy, idle")
                .labelNames("state")
                .callback(count -> {
                    count.call(threads.getThreads() - threads.getIdleThreads(), "busy");
                    count.call(threads.getIdleThreads(), "idle");
                })
                .register(registry);
    }

    private static void count(CounterWithCallback.Callback counts, StatisticsHandler requests) {
        counts.call(requests.getResponses1xx(), "1xx");
        counts.call(requests.getResponses2xx(), "2xx");
        counts.call(requests.getResponses3xx(), "3xx");
        counts.call(requests.getResponses4xx(), "4xx");
        counts.call(requests.getResponses5xx(), "5xx");
    }
}
