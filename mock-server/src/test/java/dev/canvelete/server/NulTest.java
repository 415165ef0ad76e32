package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A NUL, which PostgreSQL keeps in no text. */
@ParameterizedClass
@EnumSource
class NulTest {
    private static final String NUL = "a\\u0000b";

    private final MockServer server;
    private final Api api;

    NulTest(TestDatabase database) {
        server = MockServer.start(database.options().withEngine("placeholder"));
        api = Api.enterprise(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isTakenOrRefusedWhereverItComes() {
        String design =
                api.post("/v1/designs", "{\"name\":\"Mine\"}").data().path("id").asText();
        for (String[] request : new String[][] {
            {"POST", "/v1/render/batch", "{\"renders\":[{\"designId\":\"%s\"}]}"},
            {"POST", "/v1/render/batch", "{\"renders\":[{\"templateId\":\"%s\"}],\"webhook\":\"http://localhost/%s\"}"},
            {"POST", "/v1/render/batch", "{\"renders\":[{\"templateId\":\"badge_template\",\"background\":\"%s\"}]}"},
            {
                "POST",
                "/v1/render/batch",
                "{\"renders\":[{\"templateId\":\"badge_template\",\"dynamicData\":{\"%s\":\"%s\"}}]}"
            },
            {"POST", "/v1/render/template/badge_template", "{\"dynamicData\":{\"%s\":\"%s\"}}"},
            {"POST", "/v1/render/template/badge_template", "{\"webhook\":\"http://localhost/%s\"}"},
            {"POST", "/v1/designs", "{\"name\":\"%s\"}"},
            {"POST", "/v1/designs", "{\"status\":\"%s\"}"},
            {"POST", "/v1/designs", "{\"id\":\"%s\"}"},
            {
                "POST",
                "/v1/designs",
                "{\"canvasData\":{\"elements\":[{\"type\":\"text\",\"id\":\"%s\",\"text\":\"%s\"}]}}"
            },
            {"PATCH", "/v1/designs/" + design, "{\"name\":\"%s\"}"},
            {"PATCH", "/v1/designs/" + design, "{\"description\":\"%s\"}"},
            {"POST", "/v1/templates/badge_template/use", "{\"name\":\"%s\"}"},
            {"POST", "/v1/webhooks", "{\"url\":\"http://localhost/%s\",\"events\":[\"batch.completed\"]}"},
            {"POST", "/v1/webhooks", "{\"url\":\"http://localhost/\",\"events\":[\"%s\"]}"},
            {
                "POST",
                "/v1/webhooks",
                "{\"url\":\"http://localhost/\",\"events\":[\"batch.completed\"],\"description\":\"%s\"}"
            },
            {
                "POST",
                "/v1/webhooks",
                "{\"url\":\"http://localhost/\",\"events\":[\"batch.completed\"],\"secret\":\"%s\"}"
            },
            {"POST", "/api/automation/designs", "{\"name\":\"%s\",\"description\":\"%s\"}"},
            {"PATCH", "/api/automation/designs/" + design, "{\"name\":\"%s\"}"},
            {"POST", "/api/automation/designs/" + design + "/duplicate", "{\"name\":\"%s\"}"},
            {"POST", "/api/automation/designs/" + design + "/apply-template", "{\"templateId\":\"%s\"}"},
            {"POST", "/api/automation/designs/" + design + "/save-as-template", "{\"name\":\"%s\",\"category\":\"%s\"}"
            },
            {
                "POST",
                "/api/automation/designs/" + design + "/elements",
                "{\"element\":{\"type\":\"text\",\"text\":\"%s\"}}"
            },
            {"PATCH", "/api/automation/designs/" + design + "/canvas/background", "{\"background\":\"%s\"}"},
            {"POST", "/api/automation/templates", "{\"name\":\"%s\",\"designId\":\"%s\"}"},
            {"POST", "/api/automation/templates/apply", "{\"designId\":\"%s\",\"templateId\":\"%s\"}"},
            {"POST", "/api/automation/api-keys", "{\"name\":\"%s\"}"},
            {"POST", "/api/automation/api-keys", "{\"name\":\"a\",\"scopes\":[\"%s\"]}"},
            {"POST", "/api/automation/render", "{\"designId\":\"%s\"}"},
            {"POST", "/api/v1/render", "{\"designId\":\"%s\"}"},
            {"POST", "/api/v1/render/async", "{\"designId\":\"%s\"}"},
            {"POST", "/api/v1/render/batch", "{\"designId\":\"%s\",\"renders\":[{}]}"},
            {
                "POST",
                "/api/assets/upload",
                "{\"name\":\"%s\",\"type\":\"IMAGE\",\"data\":\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\"}"
            },
            {"POST", "/api/assets/upload-signature", "{\"name\":\"%s\",\"type\":\"IMAGE\"}"},
            {"POST", "/api/assets/upload-complete", "{\"uploadId\":\"%s\",\"id\":\"%s\"}"},
            {"POST", "/__admin/worlds", "{\"id\":\"%s\"}"},
            {"POST", "/__admin/designs", "{\"id\":\"%s\",\"width\":1,\"height\":1}"},
            {
                "POST",
                "/__admin/designs",
                "{\"world\":\"%s\",\"design\":{\"id\":\"a\",\"name\":\"%s\",\"width\":1,\"height\":1}}"
            },
            {"POST", "/__admin/dashboard/preview", "{\"designId\":\"%s\"}"},
            {"POST", "/__admin/reset", "{\"world\":\"%s\"}"},
            {"POST", "/__admin/clock", "{\"world\":\"%s\",\"advance\":\"PT1S\"}"},
            {"POST", "/__admin/faults", "{\"world\":\"%s\"}"},
            {"POST", "/__admin/requests/search", "{\"world\":\"%s\",\"path\":\"%s\"}"},
        }) {
            assertThat(status(request[0], request[1], request[2].replace("%s", NUL)))
                    .as(String.join(" ", request))
                    .isLessThan(500);
        }
        for (String path : new String[] {
            "/v1/designs?search=a%00b",
            "/v1/designs?status=a%00b",
            "/v1/templates?category=a%00b&search=%00",
            "/v1/templates?search=a%00b",
            "/v1/webhooks/deliveries?webhookId=a%00b",
            "/v1/webhooks/deliveries?eventType=a%00b",
            "/v1/webhooks/deliveries?status=a%00b",
            "/api/automation/designs?search=a%00b",
            "/api/automation/designs?status=a%00b",
            "/api/automation/templates?search=a%00b",
            "/api/templates?category=a%00b",
            "/api/assets/library?query=a%00b",
            "/api/assets/library?source=a%00b",
            "/api/usage/analytics?period=%00",
            "/api/v1/usage/history?startDate=%00",
            "/__admin/deliveries?world=%00",
            "/__admin/requests?world=%00",
            "/__admin/faults?world=%00",
            "/__admin/clock?world=%00",
            "/v1/designs/a%00b",
            "/__admin/dashboard/renders/a%00b",
        }) {
            assertThat(status("GET", path, "")).as(path).isLessThan(500);
        }
    }

    private int status(String method, String path, String body) {
        return body.isEmpty()
                ? api.get(path).status()
                : api.send(method, path, body).status();
    }
}
