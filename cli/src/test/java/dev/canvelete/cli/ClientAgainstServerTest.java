package dev.canvelete.cli;

import static dev.canvelete.api.render.OutputFormat.PDF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.client.BatchManifest;
import dev.canvelete.client.BatchOptions;
import dev.canvelete.client.BatchResults;
import dev.canvelete.client.CanveleteClient;
import dev.canvelete.client.RenderedFile;
import dev.canvelete.client.SubmittedBatch;
import dev.canvelete.client.Template;
import dev.canvelete.client.WebhookEndpoint;
import dev.canvelete.client.error.NotFoundException;
import dev.canvelete.client.webhook.TypedEvent;
import dev.canvelete.client.webhook.WebhookReceiver;
import dev.canvelete.client.webhook.WebhookVerifier;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The client and the server of this project with one another. */
@TestInstance(Lifecycle.PER_CLASS)
class ClientAgainstServerTest {
    private static final Duration SOON = Duration.ofMinutes(1);

    private MockServer server = null;
    private CanveleteClient client = null;

    @BeforeAll
    void start() {
        server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
        client = CanveleteClient.of("cvt_test_enterprise", server.baseUri().toString());
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    private static Stream<RenderRequest> renders(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> RenderRequest.of("badge_template").format(PDF).data(Map.of("name", "Person " + n)));
    }

    @Test
    void rendersOneFile() {
        RenderedFile file =
                client.render().create(RenderRequest.of("badge_template").format(PDF));

        assertThat(file.format()).isEqualTo(PDF);
        assertThat(client.render()
                        .bytes(RenderRequest.ofDesign("badge_template").format(PDF)))
                .asString()
                .startsWith("%PDF");
        assertThatThrownBy(() -> client.render().create(RenderRequest.of("nowhere")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void submitsAwaitsAndAsksAfterEachRender() {
        List<Integer> steps = new ArrayList<>();
        SubmittedBatch batch =
                client.render().submit(renders(20).toList()).onProgress(s -> steps.add(s.completedRenders()));

        BatchResults results = batch.await(SOON);

        assertThat(results.throwIfAnyFailed()).hasSize(20);
        assertThat(steps).isSorted().endsWith(20);
        assertThat(client.render().get(results.get(3).renderId()).downloadUrl())
                .isEqualTo(results.get(3).downloadUrl());
        assertThat(batch.cancel().status()).as("what has ended stays as it is").isEqualTo(RenderStatus.COMPLETED);
    }

    @Test
    void rendersMoreThanAnyBatchHolds() {
        BatchOptions options = BatchOptions.standard().withPlan(Plan.ENTERPRISE);

        try (Stream<RenderResult> results = client.render().batchAll(renders(450), options)) {
            assertThat(results).hasSize(450).allSatisfy(r -> assertThat(r.status())
                    .isEqualTo(RenderStatus.COMPLETED));
        }
    }

    @Test
    void savesAndResumes(@TempDir Path folder) {
        List<RenderRequest> renders = renders(3).toList();
        Path file = folder.resolve("manifest.json");
        client.render().batch(renders).downloadAll(folder, "{{name}}").writeJson(file);
        List<RenderRequest> more = new ArrayList<>(renders);
        more.add(RenderRequest.of("product_card").data("name", "Vase"));

        BatchResults all = client.render().resume(more, BatchManifest.read(file), BatchOptions.standard());

        assertThat(all.throwIfAnyFailed()).hasSize(4);
        assertThat(all.batches()).as("what is new went in one batch").hasSize(1);
        assertThat(folder.resolve("Person 2.pdf")).exists();
    }

    @Test
    void hearsOfABatchByItsWebhook() {
        try (WebhookReceiver receiver = WebhookReceiver.start(WebhookVerifier.of(ServerOptions.DEFAULT_SECRET))) {
            BatchResults results = client.render()
                    .batch(renders(2).toList(), BatchOptions.standard().withReceiver(receiver));

            assertThat(results.throwIfAnyFailed()).hasSize(2);
            String id = results.batches().get(0).batchId();
            assertThat(TypedEvent.of(receiver.await(e -> true, SOON)))
                    .as("the batch may have been seen to end before its webhook comes")
                    .isInstanceOfSatisfying(
                            TypedEvent.BatchEnded.class,
                            ended -> assertThat(ended.batch().batchId()).isEqualTo(id));
        }
    }

    @Test
    void keepsDesignsAndMakesThemOfTemplates() {
        Design made = client.designs()
                .create(Design.of(Json.object().put("name", "Mine").put("width", 10)));
        String id = String.valueOf(made.id());

        client.designs().update(id, Map.of("name", "Ours"));
        assertThat(client.designs().get(id).name()).isEqualTo("Ours");
        assertThat(client.designs().all().anyMatch(d -> d.id().equals(id))).isTrue();
        client.designs().delete(id);
        assertThatThrownBy(() -> client.designs().get(id)).isInstanceOf(NotFoundException.class);

        assertThat(client.templates().get("badge_template").variables())
                .extracting(Template.Variable::name)
                .contains("name", "role");
        assertThat(client.templates().all()).isNotEmpty();
        assertThat(client.templates()
                        .use("badge_template", "For Ada", Map.of("name", "Ada"))
                        .name())
                .isEqualTo("For Ada");
    }

    @Test
    void keepsWebhookEndpoints() {
        try (WebhookReceiver receiver = WebhookReceiver.start(WebhookVerifier.of("a-long-secret"))) {
            WebhookEndpoint made = client.webhooks()
                    .create(
                            receiver.uri().toString(),
                            List.of(EventTypes.BATCH_COMPLETED),
                            "a-long-secret",
                            SignatureStyle.STANDARD);

            client.render().batch(renders(1).toList());

            assertThat(TypedEvent.of(receiver.await(e -> true, SOON))).isInstanceOf(TypedEvent.BatchEnded.class);
            assertThat(client.webhooks().get(made.id()).secret()).isNull();
            assertThat(client.webhooks()
                            .rotateSecret(made.id(), Duration.ofMinutes(5))
                            .secret())
                    .isNotNull();
            assertThat(client.webhooks()
                            .update(made.id(), Map.of("enabled", false))
                            .enabled())
                    .isFalse();
            assertThat(client.webhooks().all().map(WebhookEndpoint::id)).contains(made.id());
            client.webhooks().delete(made.id());
            assertThat(client.webhooks().all().map(WebhookEndpoint::id)).doesNotContain(made.id());
        }
    }

    @Test
    void tellsWhatWasUsed() {
        client.render().bytes(RenderRequest.of("badge_template"));

        assertThat(client.usage().stats().renders()).isPositive();
    }
}
