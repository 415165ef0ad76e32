package dev.canvelete.client.http;

import java.io.IOException;
import java.net.URI;

/**
 * Adds the API key to what goes to the service itself, and to nothing else: a download may lie on another host, which
 * must not see the key. Thread-safe.
 */
public final class BearerAuthTransport implements Transport {
    private final Transport next;
    private final String authorization;
    private final URI service;

    /**
     * Wraps a transport.
     *
     * @param service scheme, host and port that the key is for
     */
    public BearerAuthTransport(Transport next, String apiKey, URI service) {
        this.next = next;
        this.authorization = "Bearer " + apiKey;
        this.service = service;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        return next.send(sameOrigin(request.uri()) ? request.withHeader("Authorization", authorization) : request);
    }

    private boolean sameOrigin(URI uri) {
        return service.getScheme().equalsIgnoreCase(uri.getScheme())
                && service.getHost().equalsIgnoreCase(uri.getHost())
                && service.getPort() == uri.getPort();
    }

    @Override
    public void close() {
        next.close();
    }
}
