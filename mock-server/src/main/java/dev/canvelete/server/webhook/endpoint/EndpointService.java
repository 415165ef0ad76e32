package dev.canvelete.server.webhook.endpoint;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.webhook.NewDelivery;
import dev.canvelete.server.webhook.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Registers, changes, and tries out webhook endpoints. Thread-safe. */
public final class EndpointService {
    private static final int MOST_PER_ACCOUNT = 100;
    private static final int SECRET_BYTES = 32;

    private final EndpointStore store;
    private final Outbox outbox;
    private final IdSource ids;
    private final WorldClocks clocks;
    private final RandomGenerator random;

    /** @param random where secrets come from */
    public EndpointService(
            EndpointStore store, Outbox outbox, IdSource ids, WorldClocks clocks, RandomGenerator random) {
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
        this.clocks = clocks;
        this.random = random;
    }

    /**
     * Registers an endpoint.
     *
     * @param secret the caller's own; null for one that is made here
     * @throws Refusal if the secret cannot sign, or the account has {@value #MOST_PER_ACCOUNT} endpoints
     */
    public Endpoint register(String account, EndpointSettings settings, @Nullable String secret) {
        check(secret, settings.style());
        if (store.list(account, 1, 1).total() >= MOST_PER_ACCOUNT) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_ERROR, "An account has at most " + MOST_PER_ACCOUNT + " webhook endpoints");
        }
        Instant now = clocks.now(account);
        Endpoint endpoint = new Endpoint(
                ids.next("endpoint"),
                account,
                settings.url(),
                settings.description(),
                settings.events(),
                settings.style(),
                Secrets.of(secret == null ? newSecret() : secret),
                settings.enabled(),
                null,
                now,
                now);
        store.insert(endpoint);
        return endpoint;
    }

    /**
     * An endpoint of the account.
     *
     * @throws Refusal if there is none
     */
    public Endpoint get(String account, String id) {
        return store.find(account, id).orElseThrow(EndpointService::notFound);
    }

    /** One page of the account's endpoints, oldest first. */
    public EndpointStore.Page list(String account, int page, int limit) {
        return store.list(account, page, limit);
    }

    /**
     * Changes what its owner decides.
     *
     * @throws Refusal if there is none, or its secret cannot sign in the style wanted
     */
    public Endpoint change(String account, String id, EndpointSettings settings) {
        return store.update(account, id, endpoint -> {
                    check(endpoint.secrets().current(), settings.style());
                    return endpoint.with(settings, clocks.now(account));
                })
                .orElseThrow(EndpointService::notFound);
    }

    /**
     * Gives it a new secret.
     *
     * @param secret the caller's own; null for one that is made here
     * @param overlap how long the present one signs as well
     * @throws Refusal if there is no such endpoint, or the secret cannot sign
     */
    public Endpoint rotate(String account, String id, @Nullable String secret, Duration overlap) {
        String next = secret == null ? newSecret() : secret;
        return store.update(account, id, endpoint -> {
                    check(next, endpoint.style());
                    Instant now = clocks.now(account);
                    return endpoint.with(endpoint.secrets().rotated(next, now.plus(overlap)), now);
                })
                .orElseThrow(EndpointService::notFound);
    }

    /**
     * Removes it; what was not delivered to it yet never will be.
     *
     * @throws Refusal if there is none
     */
    public void delete(String account, String id) {
        if (!store.delete(account, id)) {
            throw notFound();
        }
    }

    /**
     * Sends it a {@code webhook.test} event, whatever events it wants.
     *
     * @return the delivery's id
     * @throws Refusal if there is none, or it is disabled
     */
    public String test(String account, String id) {
        Endpoint endpoint = get(account, id);
        if (!endpoint.enabled()) {
            throw Refusal.of(ErrorCode.VALIDATION_ERROR, "The webhook endpoint is disabled");
        }
        WebhookEvent event = new WebhookEvent(
                ids.next("evt"),
                EventTypes.WEBHOOK_TEST,
                clocks.now(account),
                Json.object().put("webhookId", id));
        NewDelivery delivery = new NewDelivery(ids.next("delivery"), account, endpoint.url(), id, event);
        outbox.insert(delivery);
        return delivery.id();
    }

    private static void check(@Nullable String secret, SignatureStyle style) {
        if (secret != null && !WebhookSignature.canSign(style, secret)) {
            throw Refusal.invalid("secret", "with the style standard, what follows whsec_ must be Base64");
        }
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return WebhookSignature.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    private static Refusal notFound() {
        return Refusal.of(ErrorCode.NOT_FOUND, "Webhook endpoint not found");
    }
}
