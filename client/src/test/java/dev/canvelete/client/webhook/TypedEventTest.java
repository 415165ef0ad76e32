package dev.canvelete.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.api.webhook.WebhookEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedEventTest {
    private static TypedEvent event(String type, String data) throws JsonProcessingException {
        return TypedEvent.of(
                new WebhookEvent("evt_1", type, Instant.EPOCH, Json.mapper().readTree(data)));
    }

    @Test
    void tellsOfABatchAlsoWithFieldsAndValuesThatItDoesNotKnow() throws Exception {
        TypedEvent event = event(
                "batch.completed",
                "{\"batchId\":\"b\",\"status\":\"half-baked\",\"mood\":1,\"renders\":[{\"renderId\":\"r\","
                        + "\"status\":\"completed\",\"format\":\"avif\"}]}");

        assertThat(event).isInstanceOfSatisfying(TypedEvent.BatchEnded.class, ended -> {
            assertThat(ended.batch().status()).isEqualTo(RenderStatus.UNKNOWN);
            assertThat(ended.batch().renders().get(0).format()).isNull();
        });
    }

    @Test
    void tellsOfARender() throws Exception {
        assertThat(event("render.failed", "{\"renderId\":\"r\",\"status\":\"failed\"}"))
                .isInstanceOfSatisfying(
                        TypedEvent.RenderEnded.class,
                        ended -> assertThat(ended.render().status()).isEqualTo(RenderStatus.FAILED));
    }

    @ParameterizedTest
    @CsvSource({"design.created,designId", "design.updated,id", "design.deleted,designId"})
    void tellsOfADesign(String type, String field) throws Exception {
        assertThat(event(type, "{\"" + field + "\":\"d\"}"))
                .isInstanceOfSatisfying(TypedEvent.DesignChanged.class, changed -> assertThat(changed.designId())
                        .isEqualTo("d"));
    }

    @ParameterizedTest
    @CsvSource({
        "moon.landed,{}",
        "batch.completed,{}",
        "'batch.completed','{\"batchId\":\"b\",\"status\":\"completed\",\"renders\":7}'",
        "render.completed,'[]'",
        "design.created,{}"
    })
    void keepsWhatItDoesNotUnderstand(String type, String data) throws Exception {
        assertThat(event(type, data)).isInstanceOf(TypedEvent.Other.class);
    }
}
