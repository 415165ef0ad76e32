package dev.canvelete.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.client.BatchOptions;
import dev.canvelete.client.BatchResults;
import dev.canvelete.client.CanveleteClient;
import dev.canvelete.client.webhook.WebhookReceiver;
import dev.canvelete.client.webhook.WebhookVerifier;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** One batch from the client to the files, in one process, with every step checked. */
final class Demo {
    private static final String KEY = "cvt_test_enterprise";
    private static final Duration WEBHOOK_WAIT = Duration.ofSeconds(30);

    private final Path folder;
    private final String engine;
    private final InstantSource clock;
    private final Account account;

    Demo(Path folder, String engine, InstantSource clock, Account account) {
        this.folder = folder;
        this.engine = engine;
        this.clock = clock;
        this.account = account;
    }

    /**
     * Runs it.
     *
     * @throws CommandFailure if anything did not take place as it should
     */
    void run() {
        account.begins();
        Instant start = clock.instant();
        try (WebhookReceiver receiver = WebhookReceiver.start(WebhookVerifier.of(ServerOptions.DEFAULT_SECRET));
                MockServer server = server();
                CanveleteClient client = client(server.baseUri())) {
            account.serverIsReady(server.baseUri(), engine, since(start));
            renderBatch(client, receiver);
        }
        account.ends(folder);
    }

    private void renderBatch(CanveleteClient client, WebhookReceiver receiver) {
        List<Piece> pieces = Pieces.all();
        account.sends(pieces);
        Instant sent = clock.instant();
        BatchResults results = client.render()
                .batch(
                        pieces.stream().map(Piece::request).toList(),
                        BatchOptions.standard()
                                .withPlan(Plan.ENTERPRISE)
                                .withWebhook(receiver.uri().toString()));
        account.batchEnded(results, since(sent));
        Checks.everyPieceEndedAsItShould(pieces, results);
        for (int i = 0; i < pieces.size(); i++) {
            save(client, results, pieces.get(i), i);
        }
        tellOfWebhook(receiver, results);
    }

    private void save(CanveleteClient client, BatchResults results, Piece piece, int index) {
        if (piece.failsWith() != null) {
            account.failedOnPurpose(piece, results.get(index));
            return;
        }
        Path file = folder.resolve(piece.file());
        client.render().download(results.get(index), file);
        account.saved(piece, results.get(index), Checks.isWhole(file, piece));
    }

    private void tellOfWebhook(WebhookReceiver receiver, BatchResults results) {
        BatchState batch = results.batches().get(0);
        WebhookEvent event = receiver.await(
                e -> e.eventType().equals(EventTypes.BATCH_COMPLETED)
                        && e.data().path("batchId").asText().equals(batch.batchId()),
                WEBHOOK_WAIT);
        Checks.saysTheSame(state(event), batch);
        account.webhookCame(event, batch.renders().size());
    }

    private static BatchState state(WebhookEvent event) {
        try {
            return Json.mapper().treeToValue(event.data(), BatchState.class);
        } catch (JsonProcessingException e) {
            throw new CommandFailure("the webhook's data is no batch: " + e.getOriginalMessage(), e);
        }
    }

    private MockServer server() {
        try {
            return MockServer.start(ServerOptions.standard().withEngine(engine).withDataFolder(folder.resolve("data")));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static CanveleteClient client(URI service) {
        return CanveleteClient.builder().apiKey(KEY).baseUrl(service.toString()).build();
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }
}
