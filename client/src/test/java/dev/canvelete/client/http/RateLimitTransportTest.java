package dev.canvelete.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.client.FakeTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTransportTest {
    private static final Request GET = Request.get(URI.create("http://service.example/x"), Duration.ofMinutes(2));

    private final FakeTime time = new FakeTime();

    private static Response limits(String remaining, String reset) {
        return new Response(
                200,
                Map.of("X-RateLimit-Remaining", List.of(remaining), "X-RateLimit-Reset", List.of(reset)),
                new byte[0]);
    }

    private static String after(int seconds) {
        return Long.toString(FakeTime.START.getEpochSecond() + seconds);
    }

    private void sendTwice(Response first, Request second) throws Exception {
        RateLimitTransport paced = new RateLimitTransport(
                new ScriptedTransport(first, limits("9", after(60))), Duration.ofMinutes(1), time, time);
        paced.send(GET);
        paced.send(second);
    }

    @Test
    void waitsForTheNextWindowOnceNothingIsLeft() throws Exception {
        sendTwice(limits("0", after(20)), GET);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void goesOnWhileSomethingIsLeft() throws Exception {
        sendTwice(limits("1", after(20)), GET);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void asksRatherThanWaitTooLong() throws Exception {
        sendTwice(limits("0", after(3600)), GET);
        sendTwice(limits("0", after(20)), GET.withTimeout(Duration.ofSeconds(10)));

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void ignoresLimitsThatMakeNoSense() throws Exception {
        sendTwice(limits("none", after(20)), GET);
        sendTwice(limits("0", "soon"), GET);
        sendTwice(limits("0", Long.toString(Long.MAX_VALUE)), GET);

        assertThat(time.sleeps()).isEmpty();
    }
}
