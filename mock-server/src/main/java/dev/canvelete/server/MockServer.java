package dev.canvelete.server;

import dev.canvelete.server.admin.Control;
import dev.canvelete.server.artifact.DownloadUrls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.Objects;

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
    /** Of connections that came before anything answers them. */
    private static final int LONGEST_QUEUE = 1024;

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
            ServerSocketChannel socket = closing.add(ServerSocketChannel.open());
            socket.socket().bind(new InetSocketAddress(options.bindHost(), options.port()), LONGEST_QUEUE);
            int port = socket.socket().getLocalPort();
            URI base = base(options, port);
            Service service = new Service(options, new DownloadUrls(() -> base), closing);
            service.prepare();
            closing.add(Answering.begin(socket, service));
            service.start();
            return new MockServer(port, service, closing, base);
        } catch (IOException e) {
            closing.close();
            throw new IllegalStateException("the server cannot start: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
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
