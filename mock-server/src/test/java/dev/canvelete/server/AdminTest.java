package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.server.admin.AdminGuard;
import dev.canvelete.server.compat.CompatHints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTest {
    private static final MockServer SERVER =
            MockServer.start(ServerOptions.standard().withEngine("placeholder"));

    private final Api admin = new Api(SERVER.baseUri(), "none");
    private final JsonNode world =
            admin.post("/__admin/worlds", "{\"plan\":\"free\"}").data();
    private final Api api = new Api(SERVER.baseUri(), world.path("apiKey").asText());

    @AfterEach
    void reset() {
        assertThat(admin.post("/__admin/reset", "{}").status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void theClockIsFrozenSetAndAdvanced() {
        JsonNode set = admin.post("/__admin/clock", "{\"frozen\":true,\"set\":\"2030-01-01T00:00:00Z\"}")
                .data();
        assertThat(set.path("now").asText()).isEqualTo("2030-01-01T00:00:00Z");
        admin.post("/__admin/clock", "{\"advance\":\"1.5h\"}");
        assertThat(admin.get("/__admin/clock").data().path("now").asText()).isEqualTo("2030-01-01T01:30:00Z");
        assertThat(admin.post("/__admin/clock", "{\"frozen\":false}")
                        .data()
                        .path("frozen")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aWorldHasItsPlansLimitsAndCanChangeThem() {
        assertThat(api.post("/v1/render/batch", Api.batch(11, "badge_template")).status())
                .isEqualTo(400);

        admin.post("/__admin/worlds/" + world.path("world").asText() + "/plan", "{\"plan\":\"enterprise\"}");

        assertThat(api.post("/v1/render/batch", Api.batch(11, "badge_template")).status())
                .isEqualTo(200);
    }

    @Test
    void aFaultIsSetByJsonListedAndTakenBack() {
        JsonNode set = admin.post("/__admin/faults", """
                        {"world":"%s","kind":"render.fail","match":{"data":[{"path":"/name","equals":"1"}]},
                         "code":"ASSET_UNAVAILABLE","skip":1,"times":2,"seed":7}""".formatted(api.key())).data();
        assertThat(set.path("world")).isEqualTo(world.path("world"));
        assertThat(set.path("steps").findValuesAsText("kind")).containsExactly("render.pass", "render.fail");

        api.finished(Api.batch(2, "badge_template"));
        JsonNode second = api.finished(Api.batch(2, "badge_template"));

        assertThat(second.at("/renders/1/error/code").asText()).isEqualTo("ASSET_UNAVAILABLE");
        String path = "/__admin/faults/" + set.path("id").asText();
        assertThat(admin.get(path).data().path("strikes").asInt()).isEqualTo(2);
        assertThat(admin.send("DELETE", path, "").status()).isEqualTo(200);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void aLatencyGoesByTheClockUnlessItIsSaidToBeReal() {
        JsonNode set = admin.post("/__admin/faults", """
                        {"world":"%s","kind":"http.delay","latency":{"distribution":"fixed","time":"250ms"}}""".formatted(api.key())).data();

        assertThat(set.at("/steps/0/latency/real").isBoolean()).isTrue();
        assertThat(set.at("/steps/0/latency/real").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"kind":"render.explode"}                            | kind: one of render.fail
                    {"kind":"render.fail","match":{"indx":2}}            | match.indx: there is no such field; right are
                    {"kind":"render.fail","code":"NOPE"}                 | code: one of UNAUTHORIZED
                    {"kind":"render.fail","times":0}                     | times: at least 1 is right, not 0
                    {"kind":"render.slow"}                               | latency
                    {"kind":"http.status","status":99}                   | a status from 200 to 599 is right, not 99
                    {"kind":"http.delay","latency":{"distribution":"fixed","time":"soon"}} | a duration such as 250ms
                    {"kind":"render.pass","probability":1.5}             | probability: above 0 and at most 1 is right
                    {"steps":[{"kind":"render.pass"},{"kind":"x"}]}      | steps[1]
                    {"steps":[]}                                         | steps: 1 to 1000 are right
                    """)
    void aWrongFaultIsRefusedWithItsPlace(String body, String message) {
        Api.Answer refused = admin.post("/__admin/faults", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error().path("message").asText()).contains(message).doesNotContain("dev.canvelete");
    }

    @Test
    void theJournalIsSearchedAndVerifiedAndTellsWhatCameClosest() {
        api.post("/v1/render/batch", Api.batch(1, "badge_template"));

        JsonNode found = admin.get("/__admin/requests?world=" + api.key() + "&path=/v1/render/*")
                .data();
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/request/headers/authorization").asText()).isEqualTo("***");
        assertThat(found.toString()).doesNotContain(api.key());
        JsonNode miss =
                admin.post("/__admin/requests/verify", """
                        {"world":"%s","match":{"method":"POST","path":"/v1/render/batch",
                         "body":[{"path":"/renders/0/format","equals":"pdf"}]},"count":{"exactly":1}}""".formatted(api.key())).data();
        assertThat(miss.path("holds").asBoolean()).isFalse();
        assertThat(miss.at("/nearMisses/0/differences/0").asText()).contains("wanted \"pdf\"", "was \"png\"");
    }

    @Test
    void theJournalIsReadPageByPageWithoutBodiesAndOneRequestWhole() {
        for (int i = 0; i < 3; i++) {
            api.post("/v1/designs", "{\"name\":\"number " + i + "\"}");
        }
        String list = "/__admin/requests?bodies=false&limit=2&world=" + api.key();

        JsonNode newest = admin.get(list).data();
        JsonNode rest =
                admin.get(list + "&before=" + newest.at("/1/id").asText()).data();

        assertThat(newest).hasSize(2);
        assertThat(rest).hasSize(1);
        assertThat(newest.toString() + rest).doesNotContain("number");
        String one = "/__admin/requests/";
        assertThat(admin.get(one + rest.at("/0/id").asText())
                        .data()
                        .at("/request/body")
                        .asText())
                .contains("number 0");
        assertThat(admin.get(one + "999999999").status()).isEqualTo(404);
        assertThat(admin.get(one + "first").status()).isEqualTo(400);
    }

    @Test
    void aDownloadBelongsToTheWorldOfItsRender() {
        String url = api.finished(Api.batch(1, "badge_template"))
                .at("/renders/0/downloadUrl")
                .asText();
        assertThat(Api.bytes(HttpRequest.newBuilder(URI.create(url))).statusCode())
                .isEqualTo(200);

        assertThat(admin.get("/__admin/requests?world=" + api.key() + "&path=/renders/*")
                        .data())
                .hasSize(1);

        admin.post("/__admin/faults", """
                {"world":"%s","kind":"http.status","match":{"path":"/renders/*"},"status":503,"times":1}""".formatted(api.key()));
        assertThat(Api.bytes(HttpRequest.newBuilder(URI.create(url))).statusCode())
                .isEqualTo(503);
    }

    @Test
    void aVerificationWaitsUntilItHolds() throws Exception {
        Thread late = Thread.ofVirtual().start(() -> {
            api.get("/v1/designs");
            api.get("/v1/designs");
        });

        JsonNode held =
                admin.post("/__admin/requests/verify", """
                        {"world":"%s","match":{"path":"/v1/designs"},"count":{"atLeast":2},"within":"20s"}""".formatted(api.key())).data();

        assertThat(held.path("holds").asBoolean()).isTrue();
        late.join();
    }

    @Test
    void aRequestThatADocumentOrAClientWouldDisagreeWithIsWarnedOf() {
        String snake = "{\"renders\":[{\"template_id\":\"badge_template\",\"format\":\"jpeg\"}]}";
        List<String> warnings = Api.bytes(api.request("/v1/render/batch")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(snake)))
                .headers()
                .allValues(CompatHints.HEADER);

        assertThat(warnings)
                .anyMatch(hint -> hint.contains("renders[0].template_id") && hint.contains("templateId"))
                .anyMatch(hint -> hint.contains("jpeg"));
        assertThat(api.get("/api/automation/api-keys").header(CompatHints.HEADER))
                .contains("/v1/");
        assertThat(api.post("/v1/render/batch", Api.batch(1, "badge_template")).header(CompatHints.HEADER))
                .isEmpty();
        assertThat(admin.get("/__admin/requests?world=" + api.key()).data().findValuesAsText("warnings"))
                .isNotEmpty();
    }

    @Test
    void aPostThatIsRepeatedSilentlyIsWarnedOf() {
        admin.post("/__admin/faults", """
                {"world":"%s","kind":"http.status","match":{"method":"POST"},"status":503,"times":1}""".formatted(api.key()));
        String batch = Api.batch(1, "badge_template");
        assertThat(api.post("/v1/render/batch", batch).status()).isEqualTo(503);

        assertThat(api.post("/v1/render/batch", batch).header(CompatHints.HEADER))
                .startsWith("repeated: the same POST was answered with 503");
        assertThat(api.post("/v1/render/batch", batch).header(CompatHints.HEADER))
                .isEmpty();
    }

    @Test
    void aDesignOfAWorldIsSeenThereAlone() {
        String id = admin.post("/__admin/designs", """
                        {"world":"%s","design":{"name":"Mine","width":10,"height":10,"canvasData":{"elements":[]}}}""".formatted(api.key()))
                .data()
                .path("id")
                .asText();

        assertThat(api.get("/v1/designs/" + id).status()).isEqualTo(200);
        assertThat(Api.free(SERVER).get("/v1/designs/" + id).status()).isEqualTo(404);
    }

    @Test
    void pagesOfOtherSitesAreKeptOut() {
        HttpRequest.Builder clock = HttpRequest.newBuilder(URI.create(SERVER.baseUri() + "/__admin/clock"));
        assertThat(Api.send(clock.copy().header("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(Api.send(clock.copy().header("Sec-Fetch-Site", "cross-site")).status())
                .isEqualTo(403);
        assertThat(Api.send(clock.copy()
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"advance\":\"1h\"}")))
                        .status())
                .isEqualTo(415);
        assertThat(Api.send(clock.copy().header("Origin", SERVER.baseUri().toString()))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:80, 200",
        "app.localhost, 200",
        "127.0.0.1, 200",
        "'[::1]', 200",
        "evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "localhost.evil.example, 403"
    })
    void aNameThatAForeignServerCouldPointHereIsKeptOut(String host, int status) throws IOException {
        assertThat(RawHttp.get(SERVER, InetAddress.getLoopbackAddress(), host, "/__admin/clock"))
                .isEqualTo(status);
        assertThat(RawHttp.get(SERVER, InetAddress.getLoopbackAddress(), host, "/metrics"))
                .isEqualTo(status);
        assertThat(RawHttp.get(SERVER, InetAddress.getLoopbackAddress(), host, "/healthz"))
                .isEqualTo(200);
    }

    @Test
    void anotherMachineIsLetInOnlyUnderANameThatWasGiven() throws IOException {
        InetAddress outside = RawHttp.outsideAddress();
        ServerOptions open = ServerOptions.standard().withEngine("placeholder").withBindHost("0.0.0.0");
        try (MockServer closed = MockServer.start(open);
                MockServer named = MockServer.start(open.withAdminHosts(List.of("ci.example")));
                MockServer anybody = MockServer.start(open.withAdminHosts(List.of(AdminGuard.ANYBODY)))) {
            assertThat(RawHttp.get(closed, outside, "localhost", "/__admin/clock"))
                    .isEqualTo(403);
            assertThat(RawHttp.get(closed, outside, "localhost", "/healthz")).isEqualTo(200);
            assertThat(RawHttp.get(named, outside, "ci.example", "/__admin/clock"))
                    .isEqualTo(200);
            assertThat(RawHttp.get(named, outside, "other.example", "/__admin/clock"))
                    .isEqualTo(403);
            assertThat(RawHttp.get(anybody, outside, "other.example", "/__admin/clock"))
                    .isEqualTo(200);
        }
    }

    @Test
    void theControlPlaneIsDescribed() {
        String yaml =
                new String(Api.bytes(admin.request("/__admin/openapi.yaml")).body(), StandardCharsets.UTF_8);

        assertThat(yaml).startsWith("openapi: 3.1.0").contains("/__admin/worlds", "webhook.reorder");
    }
}
