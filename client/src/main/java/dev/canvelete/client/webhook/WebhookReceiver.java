package dev.canvelete.client.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.client.error.CallInterruptedException;
import dev.canvelete.client.error.TimeoutException;
import dev.canvelete.client.error.WebhookRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A small HTTP receiver for webhooks: it verifies each delivery, keeps the newest events, and lets one wait for an event. Repeated deliveries are kept as they come. Thread-safe.
 */
public final class WebhookReceiver implements AutoCloseable {
    /** The most events that are kept; an older one makes room for a newer. */
    public static final int MOST_EVENTS = 1000;

    /** The largest body that is read, in bytes; a larger one is answered with 413. */
    public static final int LARGEST_BODY = 1024 * 1024;

    private static final int THREADS = 4;

    private final WebhookVerifier verifier;
    private final Consumer<Delivery> listener;
    private final Inbox inbox = new Inbox(MOST_EVENTS);
    private final HttpServer server;
    private final ExecutorService threads;

    private WebhookReceiver(
            WebhookVerifier verifier, Consumer<Delivery> listener, HttpServer server, ExecutorService threads) {
        this.verifier = verifier;
        this.listener = listener;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a receiver on a free port of the loopback address.
     *
     * @throws UncheckedIOException if no port can be had
     */
    public static WebhookReceiver start(WebhookVerifier verifier) {
        return start(verifier, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), delivery -> {});
    }

    /**
     * Starts a receiver.
     *
     * @param address where it listens; port 0 for a free one
     * @param listener hears of every delivery, also of those that are refused, on the thread that received it and before
     *     the delivery is answered
     * @throws UncheckedIOException if the address cannot be had
     */
    public static WebhookReceiver start(
            WebhookVerifier verifier, InetSocketAddress address, Consumer<Delivery> listener) {
        HttpServer server;
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a webhook receiver", e);
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "webhook-receiver");
            thread.setDaemon(true);
            return thread;
        });
        WebhookReceiver receiver = new WebhookReceiver(verifier, listener, server, threads);
        server.setExecutor(threads);
        server.createContext("/", receiver::handle);
        server.start();
        return receiver;
    }

    /** Where deliveries go: {@code http://127.0.0.1:<port>/webhook}. */
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/webhook");
    }

    /**
     * The oldest kept event that matches, as soon as there is one.
     *
     * @throws TimeoutException if none comes in that time
     */
    public WebhookEvent await(Predicate<WebhookEvent> wanted, Duration timeout) {
        try {
            return inbox.await(wanted, timeout)
                    .orElseThrow(() -> new TimeoutException("no such webhook within " + timeout, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted while waiting for a webhook", e);
        }
    }

    /** Whether an event that matches is among those kept, or comes in that time. */
    public boolean heard(Predicate<WebhookEvent> wanted, Duration timeout) throws InterruptedException {
        return inbox.await(wanted, timeout).isPresent();
    }

    /** Every event that was kept, the oldest first. */
    public List<WebhookEvent> events() {
        return inbox.events();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(receive(exchange), -1);
        }
    }

    private int receive(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return 413;
        }
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(",", e.getValue())));
        Delivery delivery = delivery(headers, body);
        listener.accept(delivery);
        if (delivery.event() == null) {
            return 401;
        }
        inbox.add(delivery.event());
        return 204;
    }

    private Delivery delivery(Map<String, String> headers, byte[] body) {
        try {
            return new Delivery(headers, body, verifier.verify(headers, body), null);
        } catch (WebhookRefusedException e) {
            return new Delivery(headers, body, null, e.getMessage());
        }
    }

    /** Stops receiving; what was received stays. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
