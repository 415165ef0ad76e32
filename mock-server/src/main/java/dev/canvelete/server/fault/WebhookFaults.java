package dev.canvelete.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.webhook.Attempt;
import dev.canvelete.server.webhook.Delivery;
import dev.canvelete.server.webhook.DeliveryInterceptor;
import dev.canvelete.server.webhook.Tampering;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Lets deliveries get lost, come late, twice, spoiled, or in another order. Thread-safe. */
public final class WebhookFaults implements DeliveryInterceptor {
    private static final String NOBODYS_SECRET = "whsec_bm9ib2R5IGtub3dzIHRoaXM=";

    private final Faults faults;
    private final Latencies latencies;
    private final WorldClocks clocks;

    /** By account: completes when the delivery that is held back has been overtaken. */
    private final ConcurrentMap<String, CompletableFuture<Void>> heldBack = new ConcurrentHashMap<>();

    public WebhookFaults(Faults faults, Latencies latencies, WorldClocks clocks) {
        this.faults = faults;
        this.latencies = latencies;
        this.clocks = clocks;
    }

    @Override
    public Attempt send(Delivery delivery, Line line) throws InterruptedException {
        Optional<Strike<WebhookFault>> strike = faults.none() ? Optional.empty() : strike(delivery);
        Attempt attempt =
                strike.isPresent() ? spoil(strike.get(), delivery, line) : line.send(delivery, Tampering.NONE);
        CompletableFuture<Void> overtaken = heldBack.remove(delivery.account());
        if (overtaken != null) {
            overtaken.complete(null);
        }
        return attempt;
    }

    private Optional<Strike<WebhookFault>> strike(Delivery delivery) {
        JsonNode body = body(delivery);
        return faults.strike(
                WebhookFault.class,
                delivery.account(),
                fault -> fault.match().matches(delivery.eventType(), delivery.url(), body),
                delivery.eventType() + " " + delivery.url());
    }

    private Attempt spoil(Strike<WebhookFault> strike, Delivery delivery, Line line) throws InterruptedException {
        return switch (strike.fault()) {
            case WebhookFault.Pass pass -> line.send(delivery, Tampering.NONE);
            case WebhookFault.Reorder reorder -> {
                holdBack(delivery, reorder);
                yield line.send(delivery, Tampering.NONE);
            }
            case WebhookFault.Drop drop -> lost(delivery, "a fault was set to drop this webhook");
            case WebhookFault.Delay delay -> late(strike, delay.latency(), delivery, line);
            case WebhookFault.Stale stale -> line.send(delivery, signed(stale.by(), null));
            case WebhookFault.Duplicate duplicate -> {
                for (int copy = 0; copy < duplicate.copies(); copy++) {
                    line.send(delivery, Tampering.NONE);
                }
                yield line.send(delivery, Tampering.NONE);
            }
            case WebhookFault.WrongSignature wrong -> line.send(delivery, signed(Duration.ZERO, NOBODYS_SECRET));
            case WebhookFault.OldSecret old -> line.send(delivery, signed(Duration.ZERO, old.secret()));
            case WebhookFault.Truncate cut -> line.send(delivery, new Tampering(Duration.ZERO, null, cut.bytes()));
        };
    }

    private static Tampering signed(Duration earlier, @Nullable String secret) {
        return new Tampering(earlier, secret, Integer.MAX_VALUE);
    }

    private Attempt lost(Delivery delivery, String why) {
        return Attempt.unsent(clocks.now(delivery.account()), why);
    }

    private Attempt late(Strike<WebhookFault> strike, Latency latency, Delivery delivery, Line line)
            throws InterruptedException {
        Instant signed = clocks.now(delivery.account());
        CompletableFuture<Void> delay =
                latencies.pass(delivery.account(), latency.sample(strike.random()), latency.real());
        await(delay, Latency.LONGEST);
        return line.send(delivery, signed(Duration.between(signed, clocks.now(delivery.account())), null));
    }

    /** Waits for another delivery of the account to overtake, unless this is the one that overtakes. */
    private void holdBack(Delivery delivery, WebhookFault.Reorder reorder) throws InterruptedException {
        CompletableFuture<Void> overtaken = new CompletableFuture<>();
        if (heldBack.putIfAbsent(delivery.account(), overtaken) == null) {
            await(latencies.held(delivery.account(), overtaken), reorder.within());
            heldBack.remove(delivery.account(), overtaken);
        }
    }

    /** Also ends when the delivery's world is reset; the line sends nothing then. */
    private static void await(CompletableFuture<Void> future, Duration atMost) throws InterruptedException {
        try {
            future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException | TimeoutException e) {
            future.complete(null);
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting throws nothing", e);
        }
    }

    private static JsonNode body(Delivery delivery) {
        try {
            return Json.mapper().readTree(delivery.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
