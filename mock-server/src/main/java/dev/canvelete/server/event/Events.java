package dev.canvelete.server.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.webhook.NewDelivery;
import dev.canvelete.server.webhook.Outbox;
import dev.canvelete.server.webhook.endpoint.Endpoint;
import dev.canvelete.server.webhook.endpoint.EndpointStore;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events to the webhooks of an account. What is published inside of
 * {@link dev.canvelete.server.transaction.Transactions#in} is sent if and only if that transaction commits. Thread-safe.
 */
public final class Events {
    private final EndpointStore endpoints;
    private final Outbox outbox;
    private final IdSource ids;
    private final WorldClocks clocks;

    public Events(EndpointStore endpoints, Outbox outbox, IdSource ids, WorldClocks clocks) {
        this.endpoints = endpoints;
        this.outbox = outbox;
        this.ids = ids;
        this.clocks = clocks;
    }

    /**
     * Publishes an event to every endpoint of the account that wants its type.
     *
     * @param type one of {@link dev.canvelete.api.webhook.EventTypes}
     */
    public void publish(String account, String type, ObjectNode data) {
        audience(account).publish(type, null, () -> data);
    }

    /** Who is told of an account's events as it stands now; to publish several of them in one transaction. */
    public Audience audience(String account) {
        return new Audience(account, endpoints.all(account));
    }

    /** Everybody who may want an account's events. */
    public final class Audience {
        private final String account;
        private final List<Endpoint> registered;

        private Audience(String account, List<Endpoint> registered) {
            this.account = account;
            this.registered = registered;
        }

        /**
         * Publishes an event to every endpoint that wants its type, and to the URL that a request named.
         *
         * @param type one of {@link dev.canvelete.api.webhook.EventTypes}
         * @param url null if the request named none
         * @param data asked for only if somebody wants the event
         */
        public void publish(String type, @Nullable String url, Supplier<ObjectNode> data) {
            List<Endpoint> wanting =
                    registered.stream().filter(endpoint -> endpoint.wants(type)).toList();
            if (wanting.isEmpty() && url == null) {
                return;
            }
            WebhookEvent event = new WebhookEvent(ids.next("evt"), type, clocks.now(account), data.get());
            if (url != null) {
                outbox.insert(new NewDelivery(ids.next("delivery"), account, url, null, event));
            }
            wanting.forEach(endpoint -> outbox.insert(
                    new NewDelivery(ids.next("delivery"), account, endpoint.url(), endpoint.id(), event)));
        }
    }
}
