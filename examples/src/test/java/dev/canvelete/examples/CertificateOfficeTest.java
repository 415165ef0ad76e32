package dev.canvelete.examples;

import static dev.canvelete.server.assertion.CanveleteAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.fault.RenderFault;
import dev.canvelete.server.fault.RenderMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.fault.WebhookFault;
import dev.canvelete.server.fault.WebhookMatch;
import dev.canvelete.server.junit.CanveleteMock;
import dev.canvelete.server.testing.MockWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CertificateOfficeTest {
    @RegisterExtension
    static final CanveleteMock MOCK = CanveleteMock.builder().build();

    @Test
    void sendsOnlyWhatFailedOnceMoreAndCountsADuplicatedWebhookOnce(MockWorld world) {
        world.fault(Scenario.times(1, RenderFault.Fail.of(RenderMatch.data("/name", "Bob"), ErrorCode.RENDER_TIMEOUT)));
        world.fault(Scenario.times(1, new WebhookFault.Duplicate(WebhookMatch.ANY, 1)));
        try (CertificateOffice office = new CertificateOffice(
                world.baseUri(), world.apiKey(), world.webhooks().url())) {
            assertThat(office.issue(List.of("Alice", "Bob", "Carol"))).containsOnlyKeys("Alice", "Bob", "Carol");
            world.webhooks().await(3, Duration.ofSeconds(20)).forEach(webhook -> office.onEvent(webhook.event()));

            assertThat(world).receivedBatch(1).withRenders(3).withFailed(1);
            assertThat(world).receivedBatch(2).withRenders(1).withData(0, "/name", "Bob");
            assertThat(office.endedBatches()).isEqualTo(2);
        }
    }
}
