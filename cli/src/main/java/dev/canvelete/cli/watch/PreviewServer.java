package dev.canvelete.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.canvelete.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The page that shows a preview, on the loopback address; server-sent events tell it of changes. Thread-safe. */
final class PreviewServer implements AutoCloseable {
    private final Preview preview;
    private final HttpServer http;
    private final ExecutorService threads;
    private final Queue<OutputStream> listeners = new ConcurrentLinkedQueue<>();

    private PreviewServer(Preview preview, HttpServer http, ExecutorService threads) {
        this.preview = preview;
        this.http = http;
        this.threads = threads;
    }

    static PreviewServer start(Preview preview, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        PreviewServer server = new PreviewServer(preview, http, Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "preview");
            thread.setDaemon(true);
            return thread;
        }));
        http.setExecutor(server.threads);
        http.createContext("/", exchange -> server.page(exchange));
        http.createContext("/picture.png", exchange -> answer(exchange, "image/png", preview.picture()));
        http.createContext("/events", server::listen);
        http.start();
        return server;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    private void page(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            try (exchange) {
                exchange.sendResponseHeaders(404, -1);
            }
            return;
        }
        try (InputStream page = PreviewServer.class.getResourceAsStream("preview.html")) {
            if (page == null) {
                throw new IllegalStateException("the resource preview.html is missing from the jar");
            }
            answer(exchange, "text/html; charset=utf-8", page.readAllBytes());
        }
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(event());
        out.flush();
        listeners.add(out);
    }

    /** Tells every page that the preview has changed. */
    void tell() {
        byte[] event = event();
        listeners.removeIf(out -> {
            try {
                out.write(event);
                out.flush();
                return false;
            } catch (IOException e) {
                return true; // The page was closed.
            }
        });
    }

    private byte[] event() {
        String problem = preview.problem();
        Map<String, Object> state = new TreeMap<>(Map.of("warnings", preview.warnings(), "millis", preview.millis()));
        if (problem != null) {
            state.put("problem", problem);
        }
        return ("data: " + Json.tree(state) + "\n\n").getBytes(UTF_8);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
