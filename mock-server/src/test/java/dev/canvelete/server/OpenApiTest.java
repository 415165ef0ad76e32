package dev.canvelete.server;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    @Test
    void isServedWithoutAKeyAsYamlAndAsJson() {
        try (MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"))) {
            HttpResponse<byte[]> yaml = Api.bytes(at(server, "/openapi/documented.yaml"));
            JsonNode json = Api.send(at(server, "/openapi/documented.json")).body();

            assertThat(new String(yaml.body(), StandardCharsets.UTF_8)).startsWith("openapi: 3.1.0\n");
            assertThat(json.path("openapi").asText()).isEqualTo("3.1.0");
            assertThat(json.at("/paths/~1v1~1render~1batch/post/operationId").asText())
                    .isEqualTo("submitBatch");
            assertThat(json.at("/components/schemas/ErrorBody/properties/code/enum"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                            .map(ErrorCode::name)
                            .toList());
            assertThat(Api.send(at(server, "/openapi/sdk.json"))
                            .body()
                            .at("/paths/~1api~1v1~1render/post/operationId")
                            .asText())
                    .isEqualTo("render");
            assertThat(Api.send(at(server, "/openapi/unknown.json")).code()).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void everyTestNoticesAnAnswerThatIsNotAsDocumented() {
        WireMockServer liar = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        liar.start();
        try {
            liar.stubFor(any(anyUrl()).willReturn(okJson("{\"success\":true,\"data\":[{\"id\":7}]}")));
            Api api = new Api(URI.create(liar.baseUrl()), "cvt_test_free");

            assertThatThrownBy(() -> api.get("/v1/designs"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("not as documented")
                    .hasMessageContaining("X-RateLimit-Limit")
                    .hasMessageContaining("pagination");
        } finally {
            liar.stop();
        }
    }

    @Test
    void everyTestNoticesAnEventThatIsNotAsDocumented() {
        ObjectNode event = Json.object().put("eventType", "design.created").put("timestamp", "today");
        event.putObject("data").put("designId", 7);

        assertThatThrownBy(() -> OpenApiContract.checkEvent(event))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not as documented")
                .hasMessageContaining("eventId")
                .hasMessageContaining("date-time")
                .hasMessageContaining("integer");
    }

    private static HttpRequest.Builder at(MockServer server, String path) {
        return HttpRequest.newBuilder(server.baseUri().resolve(path));
    }
}
