package dev.canvelete.client.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The innermost transport, on {@link java.net.http.HttpClient}. Redirects are answers like any other, so that no key
 * follows them. An answer kept in memory may have {@value #LARGEST_BODY} bytes. Thread-safe.
 */
public final class JdkTransport implements Transport {
    /** The most bytes of an answer that are kept in memory. */
    public static final int LARGEST_BODY = 64 * 1024 * 1024;

    private static final byte[] NOTHING = {};

    private final HttpClient http;

    /**
     * A transport with connections of its own.
     *
     * @param connectTimeout how long it may take to reach the service
     */
    public JdkTransport(Duration connectTimeout) {
        this.http = HttpClient.newBuilder()
                // Version 2 would ask every plain-text service to upgrade, and gains nothing for a few long calls.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        // The future, not HttpRequest.timeout(): that one ends with the headers, and a body may stall too.
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(httpRequest(request), body(request.saveTo()));
        try {
            HttpResponse<byte[]> response = exchange.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
            return new Response(response.statusCode(), response.headers().map(), response.body());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(
                    request.target() + " took longer than " + request.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private static HttpRequest httpRequest(Request request) {
        byte[] body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach(builder::header);
        return builder.build();
    }

    private static BodyHandler<byte[]> body(@Nullable Path saveTo) {
        return info -> saveTo != null && info.statusCode() / 100 == 2
                ? BodySubscribers.mapping(
                        BodySubscribers.ofFile(
                                saveTo,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING),
                        path -> NOTHING)
                : new LimitedBody(LARGEST_BODY);
    }

    /** Java 21 and newer can close the client's threads at once; before, they end when it is garbage. */
    @Override
    public void close() {
        if (http instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("an HTTP client closes without exceptions", e);
            }
        }
    }
}
