package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.server.http.IdempotencyKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published clients' dialect does once what came with the same key. */
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkIdempotencyTest {
    @Parameter
    private TestDatabase database;

    private MockServer server = null;
    private Api api = null;

    @BeforeParameterizedClassInvocation
    void start() {
        server = MockServer.start(database.options().withEngine("scripted"));
        api = Api.enterprise(server);
    }

    @AfterParameterizedClassInvocation
    void close() {
        server.close();
    }

    private HttpRequest.Builder keyed(String path, String key, String body) {
        return api.request(path)
                .header("Content-Type", "application/json")
                .header(IdempotencyKeys.HEADER, key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/render/batch                               | {"renders":[{"templateId":"product_card"}]}
            /api/v1/render/async                               | {"templateId":"product_card","async":true}
            /api/v1/render                                     | {"templateId":"product_card","async":true}
            /api/automation/designs                            | {"name":"mine"}
            /api/designs                                       | {"name":"mine"}
            /api/automation/designs/product_card/duplicate        | {"name":"copy"}
            /api/automation/designs/product_card/save-as-template | {"name":"template"}
            /api/templates                                     | {"designId":"product_card","name":"template"}
            /api/templates/apply                               | {"templateId":"product_card","name":"used"}
            /api/v1/billing/credits/purchase                   | {"creditAmount":5}
            /api/v1/billing/seats/add                          | {"count":1}
            /api/automation/api-keys                           | {"name":"mine"}
            /api/assets/upload-signature                       | {"filename":"logo.svg"}
            /api/assets/upload                                 | {"name":"a","data":"data:;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="}
            """)
    void theSameRequestAgainGivesTheFirstAnswer(String path, String body) {
        JsonNode first = Api.send(keyed(path, path, body)).body();

        Api.Answer again = Api.send(keyed(path, path, body));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first);
        JsonNode other = Api.send(keyed(path, path + " another", body)).body();
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void aRenderIsDoneOnceAndItsBytesAreGivenAgain() {
        for (String path :
                new String[] {"/api/v1/render", "/api/automation/render", "/api/automation/designs/product_card/export"
                }) {
            String body = "{\"templateId\":\"product_card\",\"dynamicData\":{\"content\":\"pixels\"}}";
            HttpResponse<byte[]> first = Api.bytes(keyed(path, path + " once", body));
            HttpResponse<byte[]> again = Api.bytes(keyed(path, path + " once", body));

            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("X-Render-Id"))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue("X-Render-Id"));
        }
    }

    @Test
    void aKeyThatIsMadeOnceOpensTheServiceAndIsReadableForNobodyElse() {
        String body = "{\"name\":\"made once\"}";
        JsonNode made =
                Api.send(keyed("/api/automation/api-keys", "a key", body)).data();

        assertThat(Api.send(keyed("/api/automation/api-keys", "a key", body)).data())
                .isEqualTo(made);

        Api other = new Api(server.baseUri(), made.path("key").asText());
        assertThat(other.get("/api/automation/designs").status()).isEqualTo(200);
        assertThat(Api.send(other.request("/api/automation/api-keys")
                                .header("Content-Type", "application/json")
                                .header(IdempotencyKeys.HEADER, "a key")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aFormIsTheSameUploadWhateverItsBoundary() {
        JsonNode first = Api.send(form("one", "logo.svg")).data();

        assertThat(first.path("id").asText()).isNotEmpty();
        assertThat(Api.send(form("another", "logo.svg")).data()).isEqualTo(first);
        assertThat(Api.send(form("one", "other.svg")).status()).isEqualTo(409);
    }

    private HttpRequest.Builder form(String boundary, String name) {
        String part = "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"";
        String file = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        return api.request("/api/assets/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header(IdempotencyKeys.HEADER, "a form")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--" + boundary + "\r\n" + part + "\r\n\r\n" + file + "\r\n--" + boundary + "--\r\n"));
    }

    @Test
    void anElementIsAddedOnce() {
        String id = api.post("/api/designs", "{\"name\":\"mine\"}")
                .data()
                .path("id")
                .asText();
        String body = "{\"element\":{\"type\":\"rectangle\",\"x\":1,\"y\":2,\"width\":3,\"height\":4}}";
        String path = "/api/designs/" + id + "/elements";

        JsonNode first = Api.send(keyed(path, "element", body)).data();

        assertThat(Api.send(keyed(path, "element", body)).data()).isEqualTo(first);
        assertThat(api.get("/api/designs/" + id + "/canvas").data().path("elements"))
                .hasSize(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsAConflictInBothDialects() {
        Api.send(keyed("/api/designs", "conflict", "{\"name\":\"first\"}"));

        Api.Answer other = Api.send(keyed("/api/designs", "conflict", "{\"name\":\"other\"}"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.error().asText()).contains("Idempotency-Key");
        assertThat(other.body().path("code").asText()).isEqualTo("IDEMPOTENCY_CONFLICT");
        assertThat(Api.send(keyed("/v1/designs", "conflict", "{\"name\":\"first\"}"))
                        .status())
                .isEqualTo(409);
        assertThat(Api.send(keyed("/api/designs", "k".repeat(256), "{}")).status())
                .isEqualTo(422);
    }
}
