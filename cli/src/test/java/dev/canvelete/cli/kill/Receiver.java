package dev.canvelete.cli.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.WebhookEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes every webhook and keeps them by batch. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, List<WebhookEvent>> events = new HashMap<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = Json.mapper().readTree(exchange.getRequestBody());
            add(WebhookEvent.of((ObjectNode) body));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private synchronized void add(WebhookEvent event) {
        events.computeIfAbsent(event.data().path("batchId").asText(), id -> new ArrayList<>())
                .add(event);
        notifyAll();
    }

    /** What was told of a batch, once something was. */
    synchronized List<WebhookEvent> of(String batchId) throws InterruptedException {
        while (!events.containsKey(batchId)) {
            wait();
        }
        return List.copyOf(events.get(batchId));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
