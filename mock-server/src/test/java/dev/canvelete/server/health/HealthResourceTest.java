package dev.canvelete.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import dev.canvelete.api.json.Json;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HealthResourceTest {
    @Test
    void aCheckThatNeverEndsHasFailed() {
        CountDownLatch never = new CountDownLatch(1);
        HealthCheckRegistry checks = new HealthCheckRegistry();
        checks.register("pool", new HealthCheck() {
            @Override
            protected Result check() throws InterruptedException {
                never.await();
                return Result.healthy();
            }
        });

        try (Response answer = new HealthResource(checks, Duration.ofMillis(10)).health()) {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(Json.tree(answer.getEntity()).at("/checks/0/message").asText())
                    .isEqualTo("no answer within 10 ms");
        } finally {
            never.countDown();
        }
    }
}
