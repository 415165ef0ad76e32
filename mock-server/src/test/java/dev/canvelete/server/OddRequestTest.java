package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose head is odd, rather than what they ask for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddRequestTest {
    private static final String SDK_DESIGNS = "/api/designs/";

    private final MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
    private final Api api = Api.enterprise(server);

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/render/batch", "/api/v1/render/batch"})
    void answersWhenRendersIsAnObject(String path) {
        Api.Answer answer = api.post(path, "{\"renders\":{\"a\":1}}");

        assertThat(answer.body().findValue("details").findValuesAsText("path")).containsExactly("renders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "application/json; charset"})
    void saysWhatIsRightInsteadOfAMalformedContentType(String type) throws IOException {
        for (String path : new String[] {"/v1/designs", "/api/designs"}) {
            JsonNode body = body(raw(
                    "POST " + path + " HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: 2" + "\r\n\r\n{}"));

            assertThat(body.findValue("code").asText()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
            assertThat(body.findValue("message").asText()).contains("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/png", "garbage", "", "application/xml, */*;q=0"})
    void answersWhateverTheClientWouldRatherHave(String accepted) throws IOException {
        for (String path : new String[] {"/v1/designs", "/api/designs", "/openapi/sdk.json"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nAccept: " + accepted + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%5Cb", "%2e%2e", "a%0d%0aX:y", "%ff", "a;b=c", "a//b"})
    void refusesPathsWithoutAPlainMeaningInTheirDialect(String id) throws IOException {
        for (String method : new String[] {"GET", "DELETE"}) {
            String answer = raw(method + " " + SDK_DESIGNS + id + " HTTP/1.1\r\n\r\n");

            assertThat(answer).matches("(?s)HTTP/1.1 40[045] .*");
            assertThat(body(answer).path("error").isTextual()).as(answer).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "a%00b", "%", "%4", "a%2Fb"})
    void aPathThatCannotBeReadIsRefusedInItsDialectToo(String id) throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            String answer = raw(method + " " + SDK_DESIGNS + id + " HTTP/1.1\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("X-RateLimit-Limit: ", "X-RateLimit-Reset: ");
            assertThat(body(answer).path("error").isTextual()).as(answer).isTrue();
        }
        assertThat(body(raw("GET /v1/designs/" + id + " HTTP/1.1\r\n\r\n"))
                        .at("/error/code")
                        .asText())
                .isEqualTo("VALIDATION_ERROR");
    }

    /** Whoever looks at keys and scopes would not see where such a path leads. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1;a=b/designs", "/v1/designs;a", "/v1/designs/;a=b", "/api;a/assets/fonts"})
    void refusesPathsWithParameters(String path) throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            assertThat(raw(method + " " + path + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aMalformedPathOfADocumentedPostIsAnsweredAsTheDocumentSays() {
        assertThat(api.post("/v1/render/design/a%2Fb", "{}").status()).isEqualTo(400);
        assertThat(api.post("/api/designs/a%2Fb/duplicate", "{}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/assets/upload", "DELETE /api/assets/upload-complete", "GET /api/v1/render/async"})
    void aWordThatIsNoIdIsNotLookedFor(String request) throws IOException {
        String answer = raw(request + " HTTP/1.1\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: ", "POST");
    }

    @Test
    void saysWhatIsWrongWithAPath() throws IOException {
        assertThat(body(raw("GET /v1/designs/a%2Fb HTTP/1.1\r\n\r\n"))
                        .at("/error/message")
                        .asText())
                .contains("path");
    }

    /** An answer that comes before the body would otherwise be followed by the connection's end, unannounced. */
    @Test
    void aBodyThatNobodyAskedForLeavesTheConnectionAsItIs() throws IOException {
        String endpoint = api.post("/v1/webhooks", "{\"url\":\"http://127.0.0.1:1/\",\"enabled\":false}")
                .data()
                .path("id")
                .asText();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setTcpNoDelay(true);
            for (int i = 0; i < 3; i++) {
                String head = "POST /v1/webhooks/" + endpoint + "/test HTTP/1.1\r\n" + common()
                        + "Content-Type: application/json\r\nContent-Length: 200000\r\n\r\n";
                OutputStream out = socket.getOutputStream();
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                out.write(" ".repeat(200_000).getBytes(StandardCharsets.US_ASCII));

                assertThat(answerOf(socket.getInputStream())).startsWith("HTTP/1.1 ");
            }
        }
    }

    @Test
    void namesNoPartOfTheParserInWhatIsWrongWithJson() {
        assertThat(api.post("/v1/designs", "{\"width\":NaN}")
                        .error()
                        .path("message")
                        .asText())
                .contains("line 1, column 13", "NaN")
                .doesNotContain("JsonReadFeature", "enable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/render/batch/x/archive",
                "/v1/render/x",
                "/v1/designs/x",
                "/v1/templates/x",
                "/v1/webhooks/x",
                "/v1/webhooks/deliveries/x",
                "/renders/x"
            })
    void theDocumentSaysWhatAnOddIdGets(String path) {
        HttpResponse<byte[]> answer = Api.bytes(api.request(path + "%2Fy"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void theDocumentSaysWhatAnOddIdempotencyKeyGets() {
        Api.Answer answer = Api.send(api.request("/v1/webhooks/deliveries/x/redeliver")
                .header("Idempotency-Key", "k".repeat(256))
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isIn(400, 404);
    }

    private static String common() {
        return "Host: x\r\nAuthorization: Bearer cvt_test_enterprise\r\n";
    }

    /** Sends a head and what follows it, with the key, and reads all that comes. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String whole = request.replaceFirst("\r\n", "\r\n" + common() + "Connection: close\r\n");
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode body(String answer) throws IOException {
        return Json.mapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    /** One answer with a length, so that the next one can follow. */
    private static String answerOf(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "the connection ended after: " + head;
            }
            head.append((char) next);
        }
        int length = Integer.parseInt(head.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1"));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
