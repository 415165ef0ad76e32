package dev.canvelete.benchmarks.http;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.client.BatchOptions;
import dev.canvelete.client.BatchResults;
import dev.canvelete.client.CanveleteClient;
import dev.canvelete.client.webhook.WebhookReceiver;
import dev.canvelete.client.webhook.WebhookVerifier;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Batches from the client through server, workers and webhook, in one process and over the loopback interface.
 *
 * @param records how many there were
 * @param perSecond on the wall, from sending the first batch to the last one's webhook
 */
public record HttpBatch(int records, double perSecond) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Renders so many records of a job. */
    public static HttpBatch run(Job job, int records) {
        try (WebhookReceiver receiver = WebhookReceiver.start(WebhookVerifier.of(ServerOptions.DEFAULT_SECRET));
                MockServer server = MockServer.start(ServerOptions.standard());
                CanveleteClient client = CanveleteClient.builder()
                        .apiKey("cvt_test_enterprise")
                        .baseUrl(server.baseUri().toString())
                        .build()) {
            int warmUp = Math.min(records, Plan.ENTERPRISE.largestBatch());
            send(client, receiver, job, 0, warmUp);
            long start = System.nanoTime();
            send(client, receiver, job, warmUp, records);
            return new HttpBatch(records, records * 1e9 / (System.nanoTime() - start));
        }
    }

    private static void send(CanveleteClient client, WebhookReceiver receiver, Job job, int first, int records) {
        String design = Objects.requireNonNull(job.design().id());
        List<RenderRequest> requests = IntStream.range(first, first + records)
                .mapToObj(i ->
                        RenderRequest.ofTemplate(design).format(job.format()).data(job.data(i)))
                .toList();
        BatchResults results = client.render()
                .batch(
                        requests,
                        BatchOptions.standard()
                                .withPlan(Plan.ENTERPRISE)
                                .withWebhook(receiver.uri().toString()));
        results.forEach(result -> {
            if (result.status() != RenderStatus.COMPLETED) {
                throw new IllegalStateException("a render ended as " + result.status() + ": " + result.error());
            }
        });
        String last = results.batches().getLast().batchId();
        receiver.await(
                event -> event.eventType().equals(EventTypes.BATCH_COMPLETED)
                        && event.data().path("batchId").asText().equals(last),
                LONGEST);
    }
}
