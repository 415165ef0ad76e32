package dev.canvelete.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.api.webhook.WebhookSignature;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Signs a delivery and posts it, once. Redirects are not followed. Thread-safe. */
public final class WebhookSender implements DeliveryInterceptor.Line, AutoCloseable {
    private static final int MOST_RESPONSE_BYTES = 4096;
    private static final String USER_AGENT = "Canvelete-Local-Webhooks/1.0";

    private final HttpClient http;
    private final String secret;
    private final Duration timeout;
    private final InstantSource clock;

    /** @param timeout for the whole exchange, from connecting to the end of the answer */
    public WebhookSender(String secret, Duration timeout, InstantSource clock) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        this.secret = secret;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public Attempt send(Delivery delivery, Tampering tampering) throws InterruptedException {
        Instant start = clock.instant();
        HttpRequest request = request(delivery, tampering, start.minus(tampering.signedEarlier()));
        Future<Answer> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(WebhookSender::read, Thread::startVirtualThread);
        try {
            Answer given = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Attempt(start, since(start), given.status(), given.body(), null, given.retryAfter());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return failed(start, "no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = cause.getMessage();
            return failed(start, cause.getClass().getSimpleName() + (message == null ? "" : ": " + message));
        }
    }

    private HttpRequest request(Delivery delivery, Tampering tampering, Instant signedAt) {
        byte[] body = delivery.body().getBytes(UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(delivery.url()))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", USER_AGENT)
                .header("X-Canvelete-Event", delivery.eventType())
                .header("X-Canvelete-Delivery", delivery.id())
                .POST(HttpRequest.BodyPublishers.ofByteArray(tampering.cut(body)));
        List<String> secrets = List.of(Objects.requireNonNullElse(tampering.secret(), secret));
        WebhookSignature.sign(SignatureStyle.SHA256, secrets, delivery.eventId(), signedAt, body)
                .forEach(request::header);
        return request.build();
    }

    /** Reads no more of the answer than is kept, however long the receiver goes on. */
    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            String text = new String(body.readNBytes(MOST_RESPONSE_BYTES), UTF_8).replace("\0", "");
            return new Answer(response.statusCode(), text, retryAfter(response));
        } catch (IOException e) {
            return new Answer(response.statusCode(), "", retryAfter(response));
        }
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    private Attempt failed(Instant start, String error) {
        return new Attempt(start, since(start), null, null, error, null);
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private record Answer(int status, String body, @Nullable Duration retryAfter) {}
}
