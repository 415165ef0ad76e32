package dev.canvelete.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import dev.canvelete.api.json.Json;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HealthResourceTest {
    @Test
    void aCheckThatNeverEndsHasFailed() {
        CountDownLatch never = new CountDownLatch(1);
        HealthCheck stuck = new HealthCheck() {
            @Override
            protected Result check() throws InterruptedException {
                never.await();
                return Result.healthy();
            }
        };

        try (Response answer = new HealthResource(Map.of("pool", stuck), Duration.ofMillis(10)).health()) {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(Json.tree(answer.getEntity()).at("/checks/0/message").asText())
                    .isEqualTo("no answer within 10 ms");
        } finally {
            never.countDown();
        }
    }
}
