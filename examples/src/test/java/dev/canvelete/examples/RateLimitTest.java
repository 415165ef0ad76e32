package dev.canvelete.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.client.CanveleteClient;
import dev.canvelete.client.error.RateLimitException;
import dev.canvelete.client.http.RetryPolicy;
import dev.canvelete.server.junit.CanveleteMock;
import dev.canvelete.server.testing.MockWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {
    @RegisterExtension
    static final CanveleteMock MOCK = CanveleteMock.builder().plan(Plan.FREE).build();

    @Test
    void theEleventhBatchOfAnHourIsRefusedUntilTheHourIsOver(MockWorld world) {
        List<RenderRequest> badge = List.of(RenderRequest.ofTemplate("badge_template"));
        MOCK.clock().freeze();
        try (CanveleteClient client = CanveleteClient.builder()
                .baseUrl(world.baseUri().toString())
                .apiKey(world.apiKey())
                .retries(RetryPolicy.standard().withRetries(0))
                .build()) {
            for (int batch = 1; batch <= 10; batch++) {
                client.render().submit(badge);
            }
            MOCK.clock().advance(Duration.ofMinutes(1));
            assertThatExceptionOfType(RateLimitException.class)
                    .isThrownBy(() -> client.render().submit(badge))
                    .matches(refused -> refused.retryAfter().orElseThrow().equals(Duration.ofMinutes(59)));

            MOCK.clock().advance(Duration.ofHours(1));

            assertThat(client.render().submit(badge).id()).isNotEmpty();
        }
    }
}
