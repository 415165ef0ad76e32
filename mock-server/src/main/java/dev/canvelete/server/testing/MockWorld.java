package dev.canvelete.server.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.admin.World;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.fault.Fault;
import dev.canvelete.server.fault.Scenario;
import dev.canvelete.server.journal.Count;
import dev.canvelete.server.journal.JournalEntry;
import dev.canvelete.server.journal.RequestPattern;
import dev.canvelete.server.journal.Verification;
import dev.canvelete.server.webhook.DeliveryRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A world of a test's own on a server that others may use at the same time: what happens in it, and what goes wrong in
 * it, touches nobody else. Thread-safe.
 *
 * <pre>{@code
 * try (MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
 *         MockWorld world = MockWorld.open(server, Plan.FREE)) {
 *     world.fault(Scenario.times(1, RenderFault.Fail.of(RenderMatch.ANY, ErrorCode.RENDER_FAILED)));
 *     application.use(world.baseUri(), world.apiKey());
 * }
 * }</pre>
 */
public final class MockWorld implements AutoCloseable {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final MockServer server;
    private final World world;
    private @Nullable WebhookInbox webhooks;

    private MockWorld(MockServer server, World world) {
        this.server = server;
        this.world = world;
    }

    /** A fresh one. */
    public static MockWorld open(MockServer server, Plan plan) {
        return new MockWorld(server, server.control().worlds().create(plan));
    }

    /** The server's address, without a slash at the end. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** The key that opens this world. */
    public String apiKey() {
        return world.apiKey();
    }

    /** The id of this world's account. */
    public String id() {
        return world.id();
    }

    /** The server that this world is on. */
    public MockServer server() {
        return server;
    }

    /** What time it is in this world alone: whoever moves it moves rate windows, retries and expiry here, and nowhere else. */
    public ControllableClock clock() {
        return server.control().clock(world);
    }

    /** Puts a scenario in force, in this world alone. */
    public MockWorld fault(Scenario scenario) {
        server.control().faults().add(scenario.in(world.id()));
        return this;
    }

    /** Lets that go wrong from now on, in this world alone. */
    public MockWorld fault(Fault fault) {
        return fault(Scenario.always(fault));
    }

    /**
     * Stores a design that only this world sees.
     *
     * @return its id
     * @throws dev.canvelete.server.error.Refusal naming every field that is wrong
     */
    public String design(ObjectNode design) {
        return server.control().worlds().addDesign(world.id(), design);
    }

    /** Receives webhooks; opened when it is first asked for. */
    public synchronized WebhookInbox webhooks() {
        WebhookInbox open = webhooks;
        if (open == null) {
            open = WebhookInbox.open();
            webhooks = open;
        }
        return open;
    }

    /** What was asked in this world, the newest first. */
    public List<JournalEntry> requests(RequestPattern pattern) {
        return server.control().journal().find(world.id(), pattern, Integer.MAX_VALUE);
    }

    /** Whether so many such requests came, or come within that time. */
    public Verification verify(RequestPattern pattern, Count count, Duration within) {
        return server.control()
                .journal()
                .verify(world.id(), pattern, count, within)
                .join();
    }

    /** The batches that were taken in, the oldest first, each as it is when it has ended. */
    public List<ReceivedBatch> batches() {
        return requests(RequestPattern.of("POST", "*/render/batch").answered(200)).reversed().stream()
                .map(this::batch)
                .toList();
    }

    private ReceivedBatch batch(JournalEntry entry) {
        JsonNode answer = json(entry.answer().body());
        String id = answer.path("data")
                .path("batchId")
                .asText(answer.path("batchId").asText());
        BatchState state = server.control().batch(world, id, LONG_ENOUGH).join();
        return new ReceivedBatch(json(entry.request().body()), state);
    }

    private static JsonNode json(@Nullable String text) {
        try {
            return Json.mapper().readTree(text == null ? "{}" : text);
        } catch (JsonProcessingException e) {
            // A body that is longer than what the journal keeps of it.
            return Json.object();
        }
    }

    /** This world's webhooks as the server sees them, the newest first. */
    public List<DeliveryRecord> deliveries() {
        return server.control().deliveries().list(world.id(), 100);
    }

    /** Makes it as it was when it was new; the key goes on to open it. */
    public void reset() {
        server.control().reset(world.id());
    }

    /** Closes it and forgets all that is in it; the key opens nothing any longer. */
    @Override
    public synchronized void close() {
        server.control().remove(world.id());
        if (webhooks != null) {
            webhooks.close();
        }
    }
}
