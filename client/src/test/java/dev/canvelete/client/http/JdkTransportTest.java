package dev.canvelete.client.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.canvelete.client.BrokenService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkTransportTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final WireMockExtension service = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final JdkTransport transport = new JdkTransport(LONG);

    @AfterEach
    void close() {
        transport.close();
    }

    private static Request request(Duration timeout) {
        return Request.get(URI.create(service.baseUrl() + "/x"), timeout);
    }

    @Test
    void givesStatusHeadersAndBody() throws Exception {
        service.stubFor(get("/x").willReturn(ok("hello").withHeader("X-Request-Id", "req_1")));

        Response response = transport.send(request(LONG));

        assertThat(response.isSuccess()).isTrue();
        assertThat(response.header("x-request-ID")).contains("req_1");
        assertThat(response.body()).asString().isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                BrokenService.HALF_AN_ANSWER,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void reportsEveryBrokenAnswer(String answer) {
        try (BrokenService broken = BrokenService.closingAfter(answer)) {
            assertThatThrownBy(() -> transport.send(Request.get(broken.uri(), LONG)))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", BrokenService.HALF_AN_ANSWER})
    void givesUpOnAnAnswerThatDoesNotEnd(String beginning) {
        try (BrokenService broken = BrokenService.silentAfter(beginning)) {
            assertThatThrownBy(() -> transport.send(Request.get(broken.uri(), Duration.ofMillis(200))))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void reportsThatNobodyListens() {
        BrokenService gone = BrokenService.closingAfter("");
        gone.close();

        assertThatThrownBy(() -> transport.send(Request.get(gone.uri(), LONG))).isInstanceOf(IOException.class);
    }

    @Test
    void followsNoRedirect() throws Exception {
        service.stubFor(get("/x").willReturn(temporaryRedirect("/y")));

        assertThat(transport.send(request(LONG)).status()).isEqualTo(302);
    }
}
