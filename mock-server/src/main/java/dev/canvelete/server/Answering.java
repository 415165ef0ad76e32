package dev.canvelete.server;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What answers requests, while it is made ready and afterwards. Jetty and Jersey take longer than all else that belongs to
 * a start; whoever opens a world needs neither, and a request, which needs both, waits for them.
 */
final class Answering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final CompletableFuture<WebServer> server;

    private Answering(CompletableFuture<WebServer> server) {
        this.server = server;
    }

    /**
     * Begins to make it ready, in a thread of its own.
     *
     * @param socket where requests come in; closed, so that nobody waits in vain, if nothing can answer them
     */
    static Answering begin(ServerSocketChannel socket, Service service) {
        return new Answering(CompletableFuture.supplyAsync(
                () -> started(socket, service),
                task -> Thread.ofPlatform().daemon().name("answering").start(task)));
    }

    private static WebServer started(ServerSocketChannel socket, Service service) {
        try {
            WebServer http = new WebServer();
            http.serve(service.handlers(), service.resources(http));
            http.start(socket);
            return http;
        } catch (Exception e) {
            LOG.error("nothing will be answered", e);
            close(socket);
            throw new IllegalStateException("nothing will be answered", e);
        }
    }

    private static void close(ServerSocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.warn("the socket did not close", e);
        }
    }

    /** Waits until it is ready, and ends it. */
    @Override
    public void close() throws Exception {
        server.join().close();
    }
}
