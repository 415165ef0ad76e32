package dev.canvelete.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.api.net.AddressPolicy;
import dev.canvelete.api.net.RefusedAddressException;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.server.clock.WorldClocks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Signs a delivery and posts it, once. Redirects are not followed. Thread-safe. */
public final class WebhookSender implements DeliveryInterceptor.Line, AutoCloseable {
    private static final int MOST_RESPONSE_BYTES = 4096;
    private static final Duration SPARE = Duration.ofSeconds(30);
    private static final String USER_AGENT = "Canvelete-Local-Webhooks/1.0";

    // Opened by the first delivery, because to read the trusted certificates is a good part of a server's start.
    private final FutureTask<CloseableHttpClient> http;
    private final Delivery.Signing forRequests;
    private final Duration timeout;
    private final WorldClocks clocks;

    /**
     * @param forRequests signs what goes to URLs that requests named
     * @param timeout for the whole exchange, from finding the address to the end of the answer
     */
    public WebhookSender(
            Delivery.Signing forRequests, Duration timeout, AddressPolicy destinations, WorldClocks clocks) {
        this.http = new FutureTask<>(() -> ReceiverConnections.open(destinations, timeout));
        this.forRequests = forRequests;
        this.timeout = timeout;
        this.clocks = clocks;
    }

    /** How long a delivery may take with all that belongs to it. */
    Duration longest() {
        return timeout.plus(SPARE);
    }

    @Override
    public Attempt send(Delivery delivery, Tampering tampering) throws InterruptedException {
        http.run();
        Instant start = clocks.now(delivery.account());
        byte[] body = delivery.body().getBytes(UTF_8);
        Map<String, String> headers = headers(delivery, tampering, body, start.minus(tampering.signedEarlier()));
        HttpPost post = new HttpPost(delivery.url());
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(tampering.cut(body), ContentType.APPLICATION_JSON));
        // On a thread of its own, because nothing can end the search for an address but turning away from it.
        FutureTask<Answer> exchange = new FutureTask<>(() -> exchange(http.get(), delivery, post));
        Thread.startVirtualThread(exchange);
        try {
            Answer answer = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Attempt(
                    start, since(delivery, start), headers, answer.status(), answer.body(), null, answer.retryAfter());
        } catch (TimeoutException e) {
            return failed(delivery, start, headers, "no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return failed(delivery, start, headers, reason(e.getCause() == null ? e : e.getCause()));
        } finally {
            post.cancel();
        }
    }

    private Map<String, String> headers(Delivery delivery, Tampering tampering, byte[] body, Instant signedAt) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", USER_AGENT);
        headers.put("X-Canvelete-Event", delivery.eventType());
        headers.put("X-Canvelete-Delivery", delivery.id());
        Delivery.Signing signing = Objects.requireNonNullElse(delivery.signing(), forRequests);
        headers.putAll(WebhookSignature.sign(
                signing.style(),
                tampering.secret() == null ? signing.secrets() : List.of(tampering.secret()),
                delivery.eventId(),
                signedAt,
                body));
        return headers;
    }

    private Answer exchange(CloseableHttpClient connections, Delivery delivery, HttpPost post) throws IOException {
        URI url = URI.create(delivery.url());
        HttpHost host = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        // Closing the response, and not what it carries, ends the connection however much is still to come.
        try (ClassicHttpResponse response = connections.executeOpen(host, post, null)) {
            return new Answer(response.getCode(), body(response), retryAfter(delivery, response));
        }
    }

    /** Reads no more of the answer than is kept, however long the receiver goes on. */
    private static String body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        InputStream body = entity.getContent();
        return new String(body.readNBytes(MOST_RESPONSE_BYTES), UTF_8).replace("\0", "");
    }

    private @Nullable Duration retryAfter(Delivery delivery, ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        return header == null ? null : RetryAfter.parse(header.getValue(), clocks.now(delivery.account()));
    }

    private static String reason(Throwable cause) {
        if (cause instanceof RefusedAddressException) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof UnknownHostException) {
            return "there is no such host";
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private Attempt failed(Delivery delivery, Instant start, Map<String, String> headers, String error) {
        return new Attempt(start, since(delivery, start), headers, null, null, error, null);
    }

    private Duration since(Delivery delivery, Instant start) {
        return Duration.between(start, clocks.now(delivery.account()));
    }

    @Override
    public void close() {
        http.cancel(false);
        if (http.state() == Future.State.SUCCESS) {
            http.resultNow().close(CloseMode.IMMEDIATE);
        }
    }

    private record Answer(int status, String body, @Nullable Duration retryAfter) {}
}
