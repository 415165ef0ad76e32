package dev.canvelete.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.client.error.AuthenticationException;
import dev.canvelete.client.http.Response;
import dev.canvelete.client.http.RetryPolicy;
import dev.canvelete.client.http.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchAllTest {
    private static final BatchOptions OPTIONS =
            BatchOptions.standard().withBatchSize(10).withParallelism(3).withTimeout(Duration.ofDays(30));

    private static Stream<RenderRequest> renders(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> RenderRequest.of("badge_template").data("n", n));
    }

    private static CanveleteClient client(Transport transport) {
        return CanveleteClient.builder()
                .apiKey("k")
                .baseUrl("http://service.example")
                .transport(transport)
                .environment(new FakeTime().environment())
                .build();
    }

    @Test
    void givesEveryResultInOrder() {
        FakeService service = new FakeService(7);
        try (CanveleteClient client = client(service);
                Stream<RenderResult> results = client.render().batchAll(renders(1234), OPTIONS)) {
            assertThat(results.map(RenderResult::renderId))
                    .containsExactlyElementsOf(IntStream.range(0, 1234)
                            .mapToObj(n -> "render_" + n)
                            .toList());
        }
        assertThat(service.mostUnderWay()).isLessThanOrEqualTo(3);
    }

    @Test
    void takesRequestsOnlyAsFastAsResultsAreTaken() {
        AtomicInteger taken = new AtomicInteger();
        try (CanveleteClient client = client(new FakeService(7));
                Stream<RenderResult> results =
                        client.render().batchAll(renders(1_000_000).peek(r -> taken.incrementAndGet()), OPTIONS)) {
            Iterator<RenderResult> iterator = results.iterator();
            for (int i = 1; i <= 100; i++) {
                iterator.next();
                assertThat(taken.get()).isLessThanOrEqualTo(i + 40);
            }
        }
    }

    @Test
    void takesNothingWhenNobodyAsks() {
        try (CanveleteClient client = client(new FakeService(7));
                Stream<RenderResult> results = client.render().batchAll(List.of(), OPTIONS)) {
            assertThat(results).isEmpty();
        }
    }

    @Test
    void givesWhatCameBeforeAFailure() {
        FakeService service = new FakeService(7);
        AtomicInteger posts = new AtomicInteger();
        Transport second = new Transport() {
            @Override
            public Response send(dev.canvelete.client.http.Request request) throws java.io.IOException {
                boolean refused = request.method().equals("POST") && posts.incrementAndGet() == 2;
                return refused ? new Response(401, Map.of(), new byte[0]) : service.send(request);
            }

            @Override
            public void close() {}
        };
        List<String> given = new ArrayList<>();
        try (CanveleteClient client = client(second);
                Stream<RenderResult> results = client.render().batchAll(renders(100), OPTIONS.withParallelism(1))) {
            assertThatThrownBy(() -> results.forEach(r -> given.add(r.renderId())))
                    .isInstanceOf(AuthenticationException.class);
        }
        assertThat(given).hasSize(10);
    }

    @Test
    void rendersEveryRecordOnceWhateverTheServiceDoes() {
        int records = 10_000;
        try (UnreliableService service = new UnreliableService(42);
                CanveleteClient client = CanveleteClient.builder()
                        .apiKey("k")
                        .baseUrl(service.address())
                        .timeout(Duration.ofDays(1))
                        .retries(RetryPolicy.standard().withRetries(100))
                        .environment(new FakeTime().environment())
                        .build();
                Stream<RenderResult> results = client.render()
                        .batchAll(renders(records), OPTIONS.withBatchSize(25).withParallelism(8))) {
            assertThat(results.map(RenderResult::renderId).toList())
                    .isEqualTo(IntStream.range(0, records)
                            .mapToObj(n -> "render_" + n)
                            .toList());
            assertThat(service.renders()).hasSize(records);
            assertThat(service.renders().values())
                    .allSatisfy(times -> assertThat(times).hasValue(1));
            assertThat(service.faults()).isGreaterThan(400);
        }
    }
}
