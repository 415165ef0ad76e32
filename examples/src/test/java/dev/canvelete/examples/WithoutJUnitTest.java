package dev.canvelete.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import dev.canvelete.server.fault.HttpFault;
import dev.canvelete.server.fault.HttpMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.testing.MockWorld;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same without the extension: nothing here but the annotation needs JUnit. */
class WithoutJUnitTest {
    @Test
    void anAnswerThatIsLostAfterTheWorkWasDoneIsAskedForAgain() {
        try (MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
                MockWorld world = MockWorld.open(server, Plan.TEAMS);
                CertificateOffice office = new CertificateOffice(
                        world.baseUri(), world.apiKey(), world.webhooks().url())) {
            world.fault(Scenario.times(
                    1, new HttpFault.Cut(HttpMatch.of("POST", "/v1/render/batch"), HttpFault.Moment.AFTER)));

            assertThat(office.issue(List.of("Alice"))).containsOnlyKeys("Alice");
        }
    }
}
