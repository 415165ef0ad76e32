package dev.canvelete.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import dev.canvelete.api.json.Json;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HealthResourceTest {
    @Test
    void aCheckThatNeverEndsHasFailedAndIsNotBegunAgain() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        HealthCheck stuck = new HealthCheck() {
            @Override
            protected Result check() throws InterruptedException {
                begun.incrementAndGet();
                never.await();
                return Result.healthy();
            }
        };

        HealthResource health = new HealthResource(Map.of("pool", stuck), Duration.ofMillis(10));
        try (Response first = health.health();
                Response answer = health.health()) {
            assertThat(first.getStatus()).isEqualTo(503);
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(Json.tree(answer.getEntity()).at("/checks/0/message").asText())
                    .isEqualTo("no answer within 10 ms");
            assertThat(begun.get()).isLessThanOrEqualTo(1);
        } finally {
            never.countDown();
        }
    }
}
