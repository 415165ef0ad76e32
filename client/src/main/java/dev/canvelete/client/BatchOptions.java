package dev.canvelete.client;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.client.webhook.WebhookReceiver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a list of renders is sent.
 *
 * @param batchSize the most renders in one request, at least 1; the key's plan bounds it, see {@link #withPlan}
 * @param parallelism how many requests are under way at a time, at least 1
 * @param webhook an http(s) URL that is told when a request's renders have ended, once for each request; null for none
 * @param timeout for the whole list; with {@link RenderService#batchAll} for each batch
 * @param pollWait how long the service is asked to hold its answer while a batch goes on, 0..60 seconds
 * @param receiver hears of a batch's end in place of asking the service; null for asking
 */
public record BatchOptions(
        int batchSize,
        int parallelism,
        @Nullable String webhook,
        Duration timeout,
        Duration pollWait,
        @Nullable WebhookReceiver receiver) {
    /** Batches of 25, 4 at a time, for at most 10 minutes. */
    public static BatchOptions standard() {
        return new BatchOptions(
                Plan.INDIVIDUAL.largestBatch(), 4, null, Duration.ofMinutes(10), Duration.ofSeconds(30), null);
    }

    public BatchOptions {
        check(batchSize >= 1, "batchSize", batchSize, "1 or more");
        check(parallelism >= 1, "parallelism", parallelism, "1 or more");
        check(!timeout.isNegative() && !timeout.isZero(), "timeout", timeout, "more than nothing");
        check(
                !pollWait.isNegative() && pollWait.compareTo(Duration.ofSeconds(60)) <= 0,
                "pollWait",
                pollWait,
                "0 to 60 seconds");
    }

    private static void check(boolean good, String name, Object value, String right) {
        if (!good) {
            throw new IllegalArgumentException(name + " is " + value + "; " + right + " is right");
        }
    }

    /** At most that many renders in one request. */
    public BatchOptions withBatchSize(int value) {
        return new BatchOptions(value, parallelism, webhook, timeout, pollWait, receiver);
    }

    /** The largest batches that a plan allows. */
    public BatchOptions withPlan(Plan plan) {
        return withBatchSize(plan.largestBatch());
    }

    /** That many requests at a time. */
    public BatchOptions withParallelism(int value) {
        return new BatchOptions(batchSize, value, webhook, timeout, pollWait, receiver);
    }

    /** An http(s) URL that is told when a request's renders have ended. */
    public BatchOptions withWebhook(String value) {
        return new BatchOptions(batchSize, parallelism, value, timeout, pollWait, receiver);
    }

    /** That long for the whole list. */
    public BatchOptions withTimeout(Duration value) {
        return new BatchOptions(batchSize, parallelism, webhook, value, pollWait, receiver);
    }

    /** That long for the service to hold an answer. */
    public BatchOptions withPollWait(Duration value) {
        return new BatchOptions(batchSize, parallelism, webhook, timeout, value, receiver);
    }

    /** Hears of a batch's end from the service, which must reach the receiver; asks only when it hears nothing. */
    public BatchOptions withReceiver(WebhookReceiver value) {
        return new BatchOptions(batchSize, parallelism, value.uri().toString(), timeout, pollWait, value);
    }
}
