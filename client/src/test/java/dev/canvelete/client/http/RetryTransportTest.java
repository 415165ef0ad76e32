package dev.canvelete.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.client.FakeTime;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTransportTest {
    private static final Request GET = Request.get(URI.create("http://service.example/x"), Duration.ofMinutes(2));
    private static final Response OK = status(200);

    private final FakeTime time = new FakeTime();

    private static Response status(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    private static Response limited(String retryAfter) {
        return new Response(429, Map.of("Retry-After", List.of(retryAfter)), new byte[0]);
    }

    private RetryTransport retrying(Transport next, double jitter) {
        return new RetryTransport(next, RetryPolicy.standard(), time, time, () -> jitter);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void triesAgainAfterWhatMayPass(int status) throws Exception {
        assertThat(retrying(new ScriptedTransport(status(status), OK), 1).send(GET))
                .isSameAs(OK);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409, 413, 422, 501})
    void takesOtherAnswersAsTheyAre(int status) throws Exception {
        assertThat(retrying(new ScriptedTransport(status(status)), 1).send(GET).status())
                .isEqualTo(status);
    }

    @Test
    void triesAgainAfterABrokenConnection() throws Exception {
        ScriptedTransport next = new ScriptedTransport(new ConnectException(), new HttpTimeoutException("slow"), OK);

        assertThat(retrying(next, 1).send(GET)).isSameAs(OK);
    }

    @Test
    void waitsLongerEachTimeUpToABound() {
        RetryPolicy policy = RetryPolicy.standard();

        assertThat(List.of(1, 2, 3, 4, 5, 6, 60, 2000).stream().map(n -> policy.pause(n, 1)))
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L, 8000L);
        assertThat(policy.pause(1, 0)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void givesTheLastAnswerWhenTheRetriesAreUsedUp() throws Exception {
        ScriptedTransport next = new ScriptedTransport(status(500), status(500), status(500), status(500), status(503));

        assertThat(retrying(next, 1).send(GET).status()).isEqualTo(503);
        assertThat(time.sleeps()).hasSize(4);
    }

    @Test
    void waitsAsLongAsTheServiceAsks() throws Exception {
        retrying(new ScriptedTransport(limited("42"), OK), 1).send(GET);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(42));
    }

    @Test
    void doesNotWaitLongerThanItMay() throws Exception {
        assertThat(retrying(new ScriptedTransport(limited("61")), 1).send(GET).status())
                .isEqualTo(429);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void keepsAllAttemptsWithinTheRequestsTime() throws Exception {
        Request request = GET.withTimeout(Duration.ofSeconds(50));
        ScriptedTransport next = new ScriptedTransport(limited("40"), limited("40"));

        retrying(next, 1).send(request);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(40));
        assertThat(next.sent)
                .extracting(Request::timeout)
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    @Test
    void sendsAPostAgainOnlyWithItsKey() throws Exception {
        Request bare = new Request("POST", GET.uri(), Map.of(), null, GET.timeout(), Duration.ZERO, null);

        assertThat(retrying(new ScriptedTransport(status(500)), 1).send(bare).status())
                .isEqualTo(500);
        assertThat(retrying(new ScriptedTransport(status(500), OK), 1)
                        .send(bare.withHeader(RetryTransport.IDEMPOTENCY_KEY, "k")))
                .isSameAs(OK);
    }

    @Test
    void isInterruptedWhileItWaits() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() ->
                        retrying(new ScriptedTransport(new IOException()), 1).send(GET))
                .isInstanceOf(InterruptedException.class);
    }
}
