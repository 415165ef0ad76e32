package dev.canvelete.render.resource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.canvelete.api.net.AddressPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebAssetsTest {
    @RegisterExtension
    static final WireMockExtension FAR = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final AtomicLong clock = new AtomicLong();
    private WebAssets web = assets(true, Duration.ofSeconds(20));

    /** Names of this test alone; nothing is asked of the machine's resolver. */
    private record Names(Map<String, List<String>> addresses) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<String> found =
                    addresses.getOrDefault(host, host.matches("[0-9.]+|\\[.*]") ? List.of(host) : List.of());
            if (found.isEmpty()) {
                throw new UnknownHostException(host);
            }
            InetAddress[] all = new InetAddress[found.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = InetAddress.getByName(found.get(i));
            }
            return all;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private WebAssets assets(boolean privateAddresses, Duration timeout) {
        Limits limits = new Limits(1000, 1000, 1000, 3, Duration.ofSeconds(5), timeout, 100_000, 100_000);
        Names names = new Names(Map.of(
                "far.example", List.of("127.0.0.1"),
                "inside.example", List.of("10.0.0.1", "fd00::1", "169.254.169.254")));
        return new WebAssets(limits, privateAddresses ? AddressPolicy.ANY : AddressPolicy.PUBLIC, names, clock::get);
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static String url(String path) {
        return "http://far.example:" + FAR.getPort() + path;
    }

    private String text(String path) throws ResourceException {
        return new String(web.load(url(path)).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void fetchesWithoutCookiesOrCredentials() throws Exception {
        FAR.stubFor(get("/a.png").willReturn(ok("picture").withHeader("Set-Cookie", "a=b")));
        FAR.stubFor(get("/b.png").willReturn(ok("other")));

        assertThat(text("/a.png")).isEqualTo("picture");
        assertThat(text("/b.png")).isEqualTo("other");
        FAR.verify(getRequestedFor(urlEqualTo("/b.png"))
                .withoutHeader("Cookie")
                .withoutHeader("Authorization")
                .withoutHeader("Accept-Encoding"));
    }

    @Test
    void fetchesOnceForAllWhoAskAtATimeAndAgainWhenTheFileIsOld() throws Exception {
        FAR.stubFor(get("/a.png").willReturn(ok("picture").withFixedDelay(100)));
        Callable<String> load = () -> text("/a.png");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> loaded :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> load).toList())) {
                assertThat(loaded.get()).isEqualTo("picture");
            }
        }
        FAR.verify(1, getRequestedFor(urlEqualTo("/a.png")));

        clock.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThat(text("/a.png")).isEqualTo("picture");
        FAR.verify(2, getRequestedFor(urlEqualTo("/a.png")));
    }

    @Test
    void remembersAFailureForSeconds() throws Exception {
        FAR.stubFor(get("/a.png").willReturn(aResponse().withStatus(404)));
        assertThatThrownBy(() -> text("/a.png")).hasMessage("the server answers with status 404");
        assertThatThrownBy(() -> text("/a.png")).hasMessage("the server answers with status 404");
        FAR.verify(1, getRequestedFor(urlEqualTo("/a.png")));

        FAR.stubFor(get("/a.png").willReturn(ok("there")));
        clock.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(text("/a.png")).isEqualTo("there");
    }

    @Test
    void followsFewRedirectsAndChecksEach() {
        FAR.stubFor(get("/1").willReturn(temporaryRedirect("/2")));
        FAR.stubFor(get("/2").willReturn(temporaryRedirect(url("/3"))));
        FAR.stubFor(get("/3").willReturn(ok("end")));
        FAR.stubFor(get("/loop").willReturn(temporaryRedirect("/loop")));
        FAR.stubFor(get("/file").willReturn(temporaryRedirect("file:///etc/passwd")));
        FAR.stubFor(get("/odd").willReturn(temporaryRedirect("http://2130706433/")));
        FAR.stubFor(get("/lost").willReturn(aResponse().withStatus(302)));

        assertThat(assertThatLoads("/1")).isEqualTo("end");
        assertThatThrownBy(() -> text("/loop")).hasMessage("it redirects more than 3 times");
        assertThatThrownBy(() -> text("/file")).hasMessageContaining("no http(s) URL");
        assertThatThrownBy(() -> text("/odd")).hasMessageContaining("four decimal numbers");
        assertThatThrownBy(() -> text("/lost")).hasMessageContaining("without saying where");
    }

    private String assertThatLoads(String path) {
        try {
            return text(path);
        } catch (ResourceException e) {
            throw new AssertionError(path, e);
        }
    }

    @Test
    void dialsNoPrivateAddressUnderAnyName() {
        try (WebAssets guarded = assets(false, Duration.ofSeconds(20))) {
            for (String host :
                    List.of("far.example", "inside.example", "127.0.0.1", "[::1]", "10.1.1.1", "169.254.169.254")) {
                assertThatThrownBy(() -> guarded.load("http://" + host + ":" + FAR.getPort() + "/a.png"))
                        .isInstanceOf(ResourceException.class)
                        .hasMessage("addresses inside private networks are not fetched from");
            }
        }
        assertThat(FAR.getAllServeEvents()).isEmpty();
    }

    @Test
    void tellsAHostThatIsNotThereFromOneThatBreaksOff() {
        FAR.stubFor(get("/reset").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        FAR.stubFor(get("/junk").willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        FAR.stubFor(get("/half").willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        assertThatThrownBy(() -> web.load("http://nowhere.example/x")).hasMessage("there is no such host");
        for (String path : List.of("/reset", "/junk", "/half")) {
            assertThatThrownBy(() -> text(path)).hasMessage("the server cannot be reached, or breaks off");
        }
    }

    @Test
    void refusesLargeBodiesOfAnyFraming() throws Exception {
        FAR.stubFor(get("/full").willReturn(ok("x".repeat(1000))));
        FAR.stubFor(get("/large").willReturn(ok("x".repeat(1001))));
        FAR.stubFor(get("/dribble").willReturn(ok("x".repeat(5000)).withChunkedDribbleDelay(5, 20)));

        assertThat(text("/full")).hasSize(1000);
        assertThatThrownBy(() -> text("/large")).hasMessageContaining("larger than 1000 bytes");
        assertThatThrownBy(() -> text("/dribble")).hasMessageContaining("larger than 1000 bytes");
    }

    @Test
    void givesUpOnServersThatTakeTooLongOverAllTheirBytes() {
        FAR.stubFor(get("/late").willReturn(ok("x").withFixedDelay(5000)));
        FAR.stubFor(get("/slow").willReturn(ok("x".repeat(900)).withChunkedDribbleDelay(90, 9000)));
        try (WebAssets hurried = assets(true, Duration.ofMillis(150))) {
            for (String path : List.of("/late", "/slow")) {
                assertThatThrownBy(() -> hurried.load(url(path))).hasMessage("it did not arrive within 150 ms");
            }
        }
    }
}
