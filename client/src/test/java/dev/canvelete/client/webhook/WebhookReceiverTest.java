package dev.canvelete.client.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.client.FakeTime;
import dev.canvelete.client.error.TimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final WebhookReceiver receiver =
            WebhookReceiver.start(new WebhookVerifier(List.of("secret"), Duration.ofMinutes(5), new FakeTime()));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        receiver.close();
    }

    private static byte[] event(String id) {
        return ("{\"eventId\":\"" + id + "\",\"eventType\":\"batch.completed\",\"timestamp\":\"2026-11-24T12:00:00Z\","
                        + "\"data\":{}}")
                .getBytes(UTF_8);
    }

    private int deliver(byte[] body, String secret) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.uri()).POST(BodyPublishers.ofByteArray(body));
        WebhookSignature.sign(SignatureStyle.SHA256, List.of(secret), "evt", FakeTime.START, body)
                .forEach(request::header);
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void keepsWhatIsSignedWell() throws Exception {
        assertThat(deliver(event("evt_1"), "secret")).isEqualTo(204);
        assertThat(deliver(event("evt_2"), "secret")).isEqualTo(204);

        assertThat(receiver.await(e -> e.eventId().equals("evt_2"), SOON).eventType())
                .isEqualTo("batch.completed");
        assertThat(receiver.events()).extracting("eventId").containsExactly("evt_1", "evt_2");
    }

    @Test
    void refusesWhatIsSignedBadly() throws Exception {
        assertThat(deliver(event("evt_1"), "guess")).isEqualTo(401);

        assertThat(receiver.events()).isEmpty();
        assertThatThrownBy(() -> receiver.await(e -> true, Duration.ofMillis(1)))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void readsNoEndlessBody() throws Exception {
        assertThat(deliver(new byte[WebhookReceiver.LARGEST_BODY + 1], "secret"))
                .isEqualTo(413);
    }

    @Test
    void takesPostsOnly() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(receiver.uri()).GET().build();

        assertThat(http.send(get, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }
}
