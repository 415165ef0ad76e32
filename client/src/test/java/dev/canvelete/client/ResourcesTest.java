package dev.canvelete.client;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.api.webhook.SignatureStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResourcesTest {
    @RegisterExtension
    static final WireMockExtension service = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final CanveleteClient client = CanveleteClient.of("k", service.baseUrl());

    @AfterEach
    void close() {
        client.close();
    }

    private static String good(String data) {
        return "{\"success\":true,\"data\":" + data + "}";
    }

    private static String page(String data, int page, int pages) {
        return "{\"success\":true,\"data\":" + data + ",\"pagination\":{\"page\":" + page
                + ",\"limit\":100,\"total\":3,\"totalPages\":" + pages + "}}";
    }

    @Test
    void rendersOneFileAndFetchesIt() {
        service.stubFor(post("/v1/render/template/card%2F1")
                .willReturn(okJson(good("{\"downloadUrl\":\"/renders/r.pdf\",\"format\":\"pdf\",\"fileSize\":3}"))));
        service.stubFor(get("/renders/r.pdf").willReturn(ok("abc")));

        byte[] file = client.render()
                .bytes(RenderRequest.of("card/1").format(OutputFormat.PDF).data("name", "Ada"));

        assertThat(file).asString().isEqualTo("abc");
        service.verify(postRequestedFor(urlEqualTo("/v1/render/template/card%2F1"))
                .withRequestBody(equalToJson("{\"format\":\"pdf\",\"dynamicData\":{\"name\":\"Ada\"}}")));
    }

    @Test
    void tellsHowOneRenderStands() {
        service.stubFor(get("/v1/render/r1").willReturn(okJson(good("{\"renderId\":\"r1\",\"status\":\"queued\"}"))));

        assertThat(client.render().get("r1").status().ended()).isFalse();
    }

    @Test
    void listsEveryDesignPageByPage() {
        service.stubFor(get(urlPathEqualTo("/v1/designs"))
                .withQueryParam("page", equalTo("1"))
                .willReturn(okJson(page("[{\"id\":\"a\",\"isTemplate\":true},{\"id\":\"b\"}]", 1, 2))));
        service.stubFor(get(urlPathEqualTo("/v1/designs"))
                .withQueryParam("page", equalTo("2"))
                .willReturn(okJson(page("[{\"id\":\"c\"}]", 2, 2))));

        assertThat(client.designs().all().map(DesignSummary::id)).containsExactly("a", "b", "c");
        assertThat(client.designs().all().filter(DesignSummary::isTemplate)).hasSize(1);
    }

    @Test
    void searchesWhateverTheCharacters() {
        service.stubFor(get(urlPathEqualTo("/v1/designs")).willReturn(okJson(page("[]", 1, 1))));

        Page<DesignSummary> found = client.designs().list(1, 10, "a&b=c ü");

        assertThat(found.entries()).isEmpty();
        assertThat(found.hasNext()).isFalse();
        assertThatThrownBy(() -> client.designs().list(0, 101, null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(service.getAllServeEvents()
                        .get(0)
                        .getRequest()
                        .queryParameter("search")
                        .firstValue())
                .isEqualTo("a&b=c ü");
    }

    @Test
    void keepsDesigns() {
        String design = SampleDesigns.get("badge_template").source().toString();
        service.stubFor(get("/v1/designs/d").willReturn(okJson(good(design))));
        service.stubFor(post("/v1/designs").willReturn(okJson(good(design))));
        service.stubFor(put("/v1/designs/d").willReturn(okJson(good(design))));
        service.stubFor(patch(urlEqualTo("/v1/designs/d")).willReturn(okJson(good(design))));
        service.stubFor(delete("/v1/designs/d").willReturn(okJson("{\"success\":true}")));

        assertThat(client.designs().get("d").id()).isEqualTo("badge_template");
        assertThat(client.designs().create(client.designs().get("d")).width()).isPositive();
        client.designs().replace("d", SampleDesigns.get("badge_template"));
        client.designs().update("d", Map.of("name", "New"));
        client.designs().delete("d");

        service.verify(postRequestedFor(urlEqualTo("/v1/designs")).withRequestBody(equalToJson(design)));
        service.verify(putRequestedFor(urlEqualTo("/v1/designs/d")).withRequestBody(equalToJson(design)));
        service.verify(
                patchRequestedFor(urlEqualTo("/v1/designs/d")).withRequestBody(equalToJson("{\"name\":\"New\"}")));
        service.verify(deleteRequestedFor(urlEqualTo("/v1/designs/d")));
    }

    @Test
    void makesDesignsOfTemplates() {
        service.stubFor(get("/v1/templates/t")
                .willReturn(okJson(good("{\"id\":\"t\",\"variables\":[{\"name\":\"who\",\"type\":\"text\","
                        + "\"default\":null},{\"name\":\"n\",\"type\":\"hologram\",\"default\":3}]}"))));
        service.stubFor(post("/v1/templates/t/use").willReturn(okJson(good("{\"id\":\"d\"}"))));
        service.stubFor(get(urlPathEqualTo("/v1/templates")).willReturn(okJson(page("[{\"id\":\"t\"}]", 1, 1))));

        assertThat(client.templates().get("t").variables())
                .extracting(Template.Variable::name)
                .containsExactly("who", "n");
        assertThat(client.templates().use("t", "Mine", Map.of("who", "Ada")).id())
                .isEqualTo("d");
        assertThat(client.templates().all()).hasSize(1);
        service.verify(postRequestedFor(urlEqualTo("/v1/templates/t/use"))
                .withRequestBody(equalToJson("{\"name\":\"Mine\",\"dynamicData\":{\"who\":\"Ada\"}}")));
    }

    @Test
    void keepsWebhookEndpoints() {
        String endpoint = "{\"id\":\"w\",\"url\":\"http://h/x\",\"events\":[\"*\"],\"secret\":\"s3cret\",\"new\":1}";
        service.stubFor(post("/v1/webhooks").willReturn(okJson(good(endpoint))));
        service.stubFor(get("/v1/webhooks/w").willReturn(okJson(good(endpoint))));
        service.stubFor(get(urlPathEqualTo("/v1/webhooks")).willReturn(okJson(page("[" + endpoint + "]", 1, 1))));
        service.stubFor(patch(urlEqualTo("/v1/webhooks/w")).willReturn(okJson(good(endpoint))));
        service.stubFor(post("/v1/webhooks/w/rotate-secret").willReturn(okJson(good(endpoint))));
        service.stubFor(post("/v1/webhooks/w/test").willReturn(okJson(good("{\"deliveryId\":\"1\"}"))));
        service.stubFor(post("/v1/webhooks/deliveries/d%2F1/redeliver").willReturn(okJson(good("{\"id\":\"d\"}"))));
        service.stubFor(delete("/v1/webhooks/w").willReturn(okJson(good("{}"))));

        WebhookEndpoint made = client.webhooks()
                .create("http://h/x", List.of(EventTypes.BATCH_COMPLETED), null, SignatureStyle.PLAIN_TIMESTAMPED);
        assertThat(made.secret()).isEqualTo("s3cret");
        assertThat(client.webhooks().all()).containsExactly(client.webhooks().get("w"));
        client.webhooks().update("w", Map.of("enabled", false));
        client.webhooks().rotateSecret("w", Duration.ofHours(1));
        client.webhooks().test("w");
        client.webhooks().redeliver("d/1");
        client.webhooks().delete("w");

        service.verify(postRequestedFor(urlEqualTo("/v1/webhooks"))
                .withRequestBody(equalToJson("{\"url\":\"http://h/x\",\"events\":[\"batch.completed\"],"
                        + "\"signatureStyle\":\"plain\",\"signatureTimestamp\":true}")));
        service.verify(postRequestedFor(urlEqualTo("/v1/webhooks/w/rotate-secret"))
                .withRequestBody(equalToJson("{\"overlapSeconds\":3600}")));
    }

    @Test
    void tellsWhatWasUsed() {
        service.stubFor(get("/api/v1/usage/stats").willReturn(okJson("{\"data\":{\"renders\":12}}")));

        assertThat(client.usage().stats().renders()).isEqualTo(12);
        assertThat(client.usage().stats().creditLimit()).isNull();
    }
}
