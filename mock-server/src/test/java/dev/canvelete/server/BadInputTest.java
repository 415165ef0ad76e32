package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private final MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
    private final Api api = Api.enterprise(server);

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void namesThePlaceOfEveryFaultAndStoresNothing() {
        Api.Answer answer = api.post("/v1/render/batch", """
                {"webhook":"ftp://x","renders":[{"designId":"a","templateId":"b"},{"format":"png"},3,
                 {"design_id":"a","format":"gif","quality":101,"scale":"big","dynamic_data":[1]}]}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.error().path("details").findValuesAsText("path"))
                .containsExactlyInAnyOrder(
                        "renders[0]",
                        "renders[1]",
                        "renders[2]",
                        "renders[3].format",
                        "renders[3].dynamic_data",
                        "renders[3].quality",
                        "renders[3].scale",
                        "webhook");
        assertThat(new Api(server.baseUri(), "cvt_test_enterprise")
                        .get("/v1/render/batches")
                        .body()
                        .path("pagination")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void namesTheFaultsOfWhatOnlySomeFormatsKnow() {
        Api.Answer answer = api.post("/v1/render/batch", """
                {"renders":[{"designId":"a","lossless":"yes","pdfa":1,"text_as_paths":"no","lang":"??","created":"today"},
                 {"designId":"badge_template","lossless":true,"pdfa":false,"textAsPaths":true,"lang":"en-GB",
                  "created":"2026-03-14T09:00:00Z"}]}""");

        assertThat(answer.error().path("details").findValuesAsText("path"))
                .containsExactlyInAnyOrder(
                        "renders[0].lossless",
                        "renders[0].pdfa",
                        "renders[0].text_as_paths",
                        "renders[0].lang",
                        "renders[0].created");
    }

    @Test
    void refusesWhatIsNoBatch() {
        for (String body : new String[] {"{}", "{\"renders\":[]}", "{\"renders\":{}}", "{\"renders\":null}"}) {
            assertThat(api.post("/v1/render/batch", body)
                            .error()
                            .path("message")
                            .asText())
                    .isEqualTo("renders: a list of at least one render is right");
        }
        assertThat(api.post("/v1/render/batch", "[]").error().path("message").asText())
                .contains("JSON object");
        assertThat(api.post("/v1/render/batch", "").code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void refusesMoreRendersThanThePlanAllows() {
        assertThat(api.post("/v1/render/batch", Api.batch(101, "badge_template"))
                        .error()
                        .path("message")
                        .asText())
                .isEqualTo("renders: the Enterprise plan allows at most 100 renders in a batch, not 101");
    }

    @Test
    void namesLineAndColumnOfMalformedJson() {
        String message = api.post("/v1/render/batch", "{\n  \"renders\": [,]\n}")
                .error()
                .path("message")
                .asText();

        assertThat(message).contains("line 2, column 1").doesNotContain("fasterxml", "Source");
        assertThat(api.post("/v1/render/batch", "{} {}").error().path("message").asText())
                .contains("more after its end");
        assertThat(api.post("/v1/render/batch", "[".repeat(5000))
                        .error()
                        .path("message")
                        .asText())
                .contains("nests deeper than 100")
                .doesNotContain("StreamRead");
        assertThat(api.post("/v1/render/batch", "{\"renders\": [{").error().toString())
                .doesNotContain("fasterxml", "Source");
    }

    @Test
    void wantsAKey() {
        assertThat(Api.send(HttpRequest.newBuilder(server.baseUri().resolve("/v1/designs")))
                        .code())
                .isEqualTo("UNAUTHORIZED");
        Api.Answer unknown = new Api(server.baseUri(), "cvt_wrong").get("/v1/designs");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.error().path("message").asText()).isEqualTo("Invalid API key");
        assertThat(unknown.header("X-RateLimit-Limit")).isNotEmpty();
        assertThat(Api.send(HttpRequest.newBuilder(server.baseUri().resolve("/v1/designs"))
                                .header("Authorization", "cvt_test_free"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void answersUnknownPathsMethodsAndMediaTypesInTheEnvelope() {
        assertThat(api.get("/v1/nothing").code()).isEqualTo("NOT_FOUND");
        assertThat(api.get("/nothing").code()).isEqualTo("NOT_FOUND");
        assertThat(api.get("/v1//designs").http().statusCode()).isIn(400, 404);
        Api.Answer method = api.get("/v1/render/batch");
        assertThat(method.code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(method.header("Allow")).contains("POST");
        assertThat(Api.send(api.request("/v1/render/batch")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .code())
                .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(api.get("/v1/render/batch/x?wait=61").code()).isEqualTo("VALIDATION_ERROR");
        assertThat(api.get("/v1/designs?limit=101").error().path("message").asText())
                .isEqualTo("limit: a whole number from 1 to 100 is right");
    }

    @Test
    void saysThatTheConnectionEndsAfterAPathThatCannotBeParsed() {
        Api.Answer answer = api.get("/renders/%00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    @Test
    void refusesBodiesOverTenMegabytesWhetherAnnouncedOrChunked() {
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        java.util.Arrays.fill(large, (byte) ' ');

        Api.Answer announced = Api.send(api.request("/v1/render/batch")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(large)));
        Api.Answer chunked = Api.send(api.request("/v1/render/batch")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertThat(announced.status()).isEqualTo(413);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void whoeverSendsAllBeforeReadingStillGetsTheAnswer() throws IOException {
        for (String key : new String[] {"cvt_test_enterprise", "cvt_wrong"}) {
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                OutputStream out = socket.getOutputStream();
                int length = 12 * 1024 * 1024;
                out.write(("POST /v1/render/batch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                                + key + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[length]);

                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 4")
                        .contains("\"success\":false");
            }
        }
    }

    @Test
    void lookingForOtherFilesOrOddNamesFindsNothing() throws IOException {
        for (String path : new String[] {
            "/renders/..%2f..%2fetc%2fpasswd.png",
            "/renders/%2e%2e/%2e%2e/etc/passwd",
            "/renders/..;/x.png",
            "/renders/a%00.png",
            "/renders/a%0d%0aX-Evil:1.png",
            "/v1/designs/%2e%2e%2f%2e%2e",
            "/v1/designs/a%00b",
            "/v1/designs/a%0d%0aX-Evil:%201",
            "/v1/render/render_%00",
            "/v1/render/batch/..%5c..%5cx",
            "/v1/templates/%ff%fe",
            "/openapi/..%2fdocumented.yaml"
        }) {
            String answer = raw("GET " + path + " HTTP/1.1");

            assertThat(answer).as(path).matches("(?s)HTTP/1.1 40[04] .*").contains("\"success\":false");
            assertThat(answer.toLowerCase(Locale.ROOT))
                    .as(path)
                    .doesNotContain("\nx-evil", "exception", "jetty", "root:");
        }
        assertThat(raw("GARBAGE")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /v1/designs HTTP/1.1\r\nX-Odd: a\u0000b")).startsWith("HTTP/1.1 400");
    }

    private String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write((head
                                    + "\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer cvt_test_enterprise\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void refusesTextsOfControlCharactersAndWebhooksThatAreNone() {
        for (String webhook :
                new String[] {"http://", "file:///etc/passwd", "http://x.example/\\r\\nX: 1", "//x", "http://[::1"}) {
            Api.Answer answer = api.post(
                    "/v1/render/batch", "{\"renders\":[{\"designId\":\"a\\u0000b\"}],\"webhook\":\"" + webhook + "\"}");

            assertThat(answer.error().path("details").findValuesAsText("path"))
                    .as(webhook)
                    .containsExactly("renders[0].designId", "webhook");
        }
    }

    @Test
    void namesTheControlCharacterInAWebhooksAddress() {
        String right = "a text of one line is right, without the control character ";
        String url = "http://x.example/\\r\\nX-Key: 1";

        Api.Answer batch =
                api.post("/v1/render/batch", "{\"renders\":[{\"designId\":\"a\"}],\"webhook\":\"" + url + "\"}");
        Api.Answer endpoint = api.post("/v1/webhooks", "{\"url\":\"" + url.replace("\\r", "") + "\"}");

        assertThat(batch.error().at("/details/0/message").asText()).isEqualTo(right + "U+000D at position 18");
        assertThat(endpoint.error().at("/details/0/message").asText()).isEqualTo(right + "U+000A at position 18");
    }

    @Test
    void readsHugeAndDeepJsonInConstantMemory() {
        assertThat(api.post("/v1/designs", "{\"a\":" + "[".repeat(1_000_000)).code())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(api.post("/v1/designs", "{\"a\":" + "{\"a\":".repeat(100_000))
                        .code())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(api.post("/v1/designs", "{\"a\":" + "9".repeat(1_000_000) + "}")
                        .code())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(api.post("/v1/designs", "{\"width\":1e999999999}").code()).isEqualTo("VALIDATION_ERROR");
        assertThat(api.post("/v1/designs", "{\"" + "n".repeat(100_000) + "\":1}")
                        .code())
                .isEqualTo("VALIDATION_ERROR");
    }
}
