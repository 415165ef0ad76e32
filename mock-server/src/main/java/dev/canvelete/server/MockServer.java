package dev.canvelete.server;

import dev.canvelete.server.admin.Control;
import dev.canvelete.server.artifact.DownloadUrls;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A running service. Any number of them can run in one process. Thread-safe.
 *
 * <pre>{@code
 * try (MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"))) {
 *     URI api = server.baseUri();
 * }
 * }</pre>
 */
public final class MockServer implements AutoCloseable {
    private final int port;
    private final Service service;
    private final Closing closing;
    private final URI baseUri;

    private MockServer(int port, Service service, Closing closing, URI baseUri) {
        this.port = port;
        this.service = service;
        this.closing = closing;
        this.baseUri = baseUri;
    }

    /**
     * Starts a server, which takes requests when this returns; the first may still have to wait a moment for its answer.
     *
     * @throws IllegalArgumentException if the engine or a folder is not there
     * @throws dev.canvelete.api.design.DesignException if a design in one of the folders is malformed, naming file,
     *     line and field
     * @throws IllegalStateException if it cannot start, because the port or the data folder is in use
     */
    public static MockServer start(ServerOptions options) {
        Closing closing = new Closing();
        try {
            AtomicReference<URI> address = new AtomicReference<>(URI.create("http://localhost"));
            // What answers and what is stored meet in the first request only, so that each can have a core until then.
            CompletableFuture<WebServer> answering = CompletableFuture.supplyAsync(
                    () -> new WebServer(options.bindHost(), options.port()),
                    task -> Thread.ofPlatform().daemon().name("server-start").start(task));
            Service service = new Service(options, new DownloadUrls(address::get), closing);
            WebServer http = closing.add(answering.join());
            http.serve(service.handlers(), service.resources(http));
            service.prepare();
            int port = http.open();
            URI base = base(options, port);
            address.set(base);
            http.start();
            service.start();
            return new MockServer(port, service, closing, base);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        } catch (Exception e) {
            closing.close();
            throw new IllegalStateException("the server cannot start: " + e.getMessage(), e);
        }
    }

    private static URI base(ServerOptions options, int port) {
        String host = options.bindHost().equals("0.0.0.0") ? "localhost" : options.bindHost();
        String given = Objects.toString(options.publicBaseUrl().orElse(null), "http://" + host + ":" + port);
        return URI.create(given.endsWith("/") ? given.substring(0, given.length() - 1) : given);
    }

    /** The address that clients are given, without a slash at the end. */
    public URI baseUri() {
        return baseUri;
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** What a test may do to it: its clock, its faults, its journal, worlds of their own. */
    public Control control() {
        return service.control();
    }

    /** Ends what is going on in good order; without a data folder, everything is gone. A second call does nothing. */
    @Override
    public void close() {
        service.releaseWaiting();
        closing.close();
    }
}
