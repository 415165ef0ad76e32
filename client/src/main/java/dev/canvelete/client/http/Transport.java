package dev.canvelete.client.http;

import java.io.IOException;

/**
 * Sends one request and waits for the whole answer. Thread-safe. Decorators wrap one another; the innermost holds the
 * connections.
 */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request.
     *
     * @return the answer, whatever its status
     * @throws java.net.http.HttpTimeoutException if the request's time ran out
     * @throws IOException if the service cannot be reached, or the connection breaks before the answer's end
     * @throws InterruptedException if the thread is interrupted; the exchange is given up
     */
    Response send(Request request) throws IOException, InterruptedException;

    /** Lets go of the connections; a second call does nothing. */
    @Override
    void close();
}
