package dev.canvelete.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.client.error.CallInterruptedException;
import dev.canvelete.client.http.Request;
import dev.canvelete.client.http.Response;
import dev.canvelete.client.http.Transport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private static final List<RenderRequest> RENDERS =
            List.of(RenderRequest.ofDesign("a"), RenderRequest.ofDesign("b"));

    private final HangingTransport transport = new HangingTransport(2);
    private final CanveleteClient client = CanveleteClient.builder()
            .apiKey("k")
            .baseUrl("http://service.example")
            .transport(transport)
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void stopsEveryCallOfACancelledFuture() throws Exception {
        CompletableFuture<BatchResults> results =
                client.render().batchAsync(RENDERS, BatchOptions.standard().withBatchSize(1));
        assertThat(transport.started.await(10, TimeUnit.SECONDS)).isTrue();

        results.cancel(true);

        assertThat(transport.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stopsEveryCallWhenTheClientIsClosed() throws Exception {
        CompletableFuture<BatchResults> results =
                client.render().batchAsync(RENDERS, BatchOptions.standard().withBatchSize(1));
        assertThat(transport.started.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(results).isNotDone();

        client.close();

        assertThat(transport.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        client.render().batchAsync(RENDERS, BatchOptions.standard().withBatchSize(1));
        assertThat(transport.started.await(10, TimeUnit.SECONDS)).isTrue();
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("canvelete-client-"))
                .toList();
        assertThat(threads).hasSizeGreaterThanOrEqualTo(3);

        client.close();

        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void endsABlockingCallWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.render().batch(RENDERS)).isInstanceOf(CallInterruptedException.class);

        assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
    }

    /** Never answers; tells when calls have come and when they were interrupted. */
    private static final class HangingTransport implements Transport {
        private final CountDownLatch started;
        private final CountDownLatch interrupted;

        HangingTransport(int calls) {
            started = new CountDownLatch(calls);
            interrupted = new CountDownLatch(calls);
        }

        @Override
        public Response send(Request request) throws InterruptedException {
            started.countDown();
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts this down");
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }

        @Override
        public void close() {}
    }
}
