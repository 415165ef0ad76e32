package dev.canvelete.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.client.CanveleteClient;
import dev.canvelete.server.ServerOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanveleteExtensionTest {
    private final CanveleteExtension canvelete =
            new CanveleteExtension(ServerOptions.standard().withEngine("placeholder"));
    private final WireMockServer wireMock =
            new WireMockServer(options().dynamicPort().extensions(canvelete));

    @BeforeEach
    void start() {
        wireMock.start();
    }

    @AfterEach
    void stop() {
        wireMock.stop();
    }

    @Test
    void rendersABatchAndServesItsFilesBesideOtherStubs() throws Exception {
        wireMock.stubFor(get("/people").willReturn(okJson("[\"Ada\",\"Bob\"]")));

        assertThat(fetch(wireMock.url("/people")).body()).contains("Ada");
        try (CanveleteClient client = CanveleteClient.of("cvt_test_teams", wireMock.baseUrl())) {
            List<RenderResult> results = client.render()
                    .batch(List.of(
                            RenderRequest.ofTemplate("certificate_template").format(OutputFormat.PDF),
                            RenderRequest.ofTemplate("none")));

            assertThat(results.get(0).downloadUrl()).startsWith(wireMock.baseUrl() + "/renders/");
            assertThat(new String(client.render().download(results.get(0)), StandardCharsets.US_ASCII))
                    .startsWith("%PDF");
            assertThat(results.get(1).error()).isNotNull();
        }
        wireMock.verify(postRequestedFor(urlEqualTo("/v1/render/batch")));
    }

    @Test
    void aStubOfOnesOwnGoesBeforeIt() throws Exception {
        wireMock.stubFor(get("/v1/designs").willReturn(okJson("{\"mine\":true}")));

        assertThat(fetch(wireMock.url("/v1/designs")).body()).isEqualTo("{\"mine\":true}");
        assertThat(fetch(wireMock.url("/v1/designs/badge_template")).statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> fetch(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
