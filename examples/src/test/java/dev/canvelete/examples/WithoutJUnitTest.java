package dev.canvelete.examples;

import static dev.canvelete.server.assertion.CanveleteAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import dev.canvelete.server.fault.HttpFault;
import dev.canvelete.server.fault.HttpMatch;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.journal.Count;
import dev.canvelete.server.journal.RequestPattern;
import dev.canvelete.server.testing.MockWorld;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same without the extension: nothing here but the annotation needs JUnit. */
class WithoutJUnitTest {
    @Test
    void anAnswerThatIsLostAfterTheWorkWasDoneIsAskedForAgain() throws Exception {
        try (MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
                MockWorld world = MockWorld.open(server, Plan.TEAMS);
                CertificateOffice office = new CertificateOffice(
                        world.baseUri(), world.apiKey(), world.webhooks().url())) {
            world.fault(Scenario.times(
                    1, new HttpFault.Cut(HttpMatch.of("POST", "/v1/render/batch"), HttpFault.Moment.AFTER)));

            assertThat(office.issue(List.of("Alice", "Bob"))).containsOnlyKeys("Alice", "Bob");

            assertThat(world).received(RequestPattern.of("POST", "/v1/render/batch"), Count.exactly(2));
            assertThat(get(world, "/v1/render/batches")).contains("\"total\":1,");
            assertThat(world).deliveredWebhooks(1);
        }
    }

    private static String get(MockWorld world, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(world.baseUri().resolve(path))
                    .header("Authorization", "Bearer " + world.apiKey())
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
