package dev.canvelete.api.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.WebhookEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    @Test
    void readsBothSpellingsAndWritesOne() throws Exception {
        RenderRequest read = Json.mapper()
                .readValue(
                        "{\"template_id\":\"t\",\"format\":\"jpeg\",\"dynamic_data\":{\"name\":\"Bob\"}}",
                        RenderRequest.class);

        assertThat(read)
                .isEqualTo(
                        RenderRequest.ofTemplate("t").format(OutputFormat.JPG).data("name", "Bob"));
        assertThat(Json.mapper().writeValueAsString(read))
                .isEqualTo("{\"templateId\":\"t\",\"format\":\"jpg\",\"dynamicData\":{\"name\":\"Bob\"}}");
    }

    @Test
    void keepsNullInData() throws Exception {
        RenderRequest request = RenderRequest.ofTemplate("t").data("badge", null);

        assertThat(Json.mapper().writeValueAsString(request)).contains("\"dynamicData\":{\"badge\":null}");
    }

    @Test
    void readsStatusesAndFieldsThatItDoesNotKnow() throws Exception {
        Envelope<BatchState> answer = Json.mapper().readValue("""
                        {"success":true,"new":1,"data":{"batchId":"b","status":"dreaming","totalRenders":1,
                         "renders":[{"renderId":"r","status":"pending","mood":"good"}]}}""", new TypeReference<>() {});

        assertThat(answer.data()).isNotNull();
        assertThat(answer.data().status()).isEqualTo(RenderStatus.UNKNOWN);
        assertThat(answer.data().renders().get(0).status()).isEqualTo(RenderStatus.QUEUED);
    }

    @Test
    void wrapsErrorsAsDocumented() throws Exception {
        assertThat(Json.mapper()
                        .writeValueAsString(Envelope.error(ApiError.of(ErrorCode.NOT_FOUND, "Design not found"))))
                .isEqualTo("{\"success\":false,\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"Design not found\"}}");
    }

    @Test
    void writesBothSpellingsOfAnEventsHead() throws Exception {
        WebhookEvent event = new WebhookEvent(
                "evt_1", "batch.completed", Instant.parse("2026-11-24T00:00:00Z"), Json.tree(Map.of("a", 1)));

        JsonNode written = Json.mapper().readTree(Json.mapper().writeValueAsString(event));

        assertThat(written.path("eventId").asText())
                .isEqualTo(written.path("id").asText())
                .isEqualTo("evt_1");
        assertThat(written.path("eventType").asText())
                .isEqualTo(written.path("type").asText())
                .isEqualTo("batch.completed");
        assertThat(written.path("timestamp").asText()).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(Json.mapper().treeToValue(written, WebhookEvent.class)).isEqualTo(event);
    }
}
