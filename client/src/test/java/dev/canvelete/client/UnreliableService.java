package dev.canvelete.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service over HTTP on which nothing can be relied but this: a batch is stored once for each idempotency key. Half of
 * all requests meet a 429, a 5xx, or a connection that is cut before or after the request took effect.
 */
final class UnreliableService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final Random random;
    private final Map<String, String> batchesByKey = new ConcurrentHashMap<>();
    private final Map<String, List<RenderResult>> batches = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> renders = new ConcurrentHashMap<>();
    private final AtomicInteger faults = new AtomicInteger();

    UnreliableService(long seed) {
        this.random = new Random(seed);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often each record, by its data's "n", was rendered. */
    Map<Integer, AtomicInteger> renders() {
        return renders;
    }

    int faults() {
        return faults.get();
    }

    private int chance() {
        synchronized (random) {
            return random.nextInt(100);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int chance = chance();
            if (chance < 50) {
                faults.incrementAndGet();
            }
            if (chance < 10) {
                return; // Cut before anything took effect.
            }
            if (chance < 20) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, "{}");
            } else if (chance < 40) {
                answer(exchange, chance < 30 ? 503 : 500, "<html>no JSON</html>");
            } else {
                String answer = exchange.getRequestMethod().equals("POST")
                        ? accept(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body)
                        : state(exchange.getRequestURI().getPath());
                if (chance >= 50) { // Otherwise cut after it took effect.
                    answer(exchange, 200, answer);
                }
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String accept(String key, byte[] body) throws IOException {
        JsonNode asked = Json.mapper().readTree(body).path("renders");
        String id = batchesByKey.computeIfAbsent(key, k -> store(asked));
        return json(new BatchAccepted(id, RenderStatus.PROCESSING, asked.size(), 0, List.of()));
    }

    private String store(JsonNode asked) {
        String id = "batch_" + batches.size() + "_"
                + asked.path(0).path("dynamicData").path("n").asInt();
        List<RenderResult> results = new ArrayList<>();
        for (JsonNode render : asked) {
            int n = render.path("dynamicData").path("n").asInt();
            renders.computeIfAbsent(n, k -> new AtomicInteger()).incrementAndGet();
            results.add(Results.completed("render_" + n, "/renders/" + n + ".png"));
        }
        batches.put(id, results);
        return id;
    }

    private String state(String path) throws IOException {
        String id = path.substring(path.lastIndexOf('/') + 1);
        List<RenderResult> results = batches.getOrDefault(id, List.of());
        boolean ended = chance() < 60;
        RenderStatus status = ended ? RenderStatus.COMPLETED : RenderStatus.PROCESSING;
        return json(new BatchState(
                id, status, results.size(), ended ? results.size() : 0, 0, null, null, ended ? results : List.of()));
    }

    private static String json(Object data) throws IOException {
        return Json.mapper().writeValueAsString(Envelope.of(data));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
