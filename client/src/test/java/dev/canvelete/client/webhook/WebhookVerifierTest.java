package dev.canvelete.client.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.client.FakeTime;
import dev.canvelete.client.error.WebhookRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {
    private static final String EVENT = """
            {"id":"evt_1","type":"batch.completed","timestamp":"2026-11-24T12:00:00Z","data":{"batchId":"b"},"new":1}""";

    private final FakeTime time = new FakeTime();
    private final WebhookVerifier verifier = new WebhookVerifier(List.of("old", "new"), Duration.ofMinutes(5), time);

    private static Map<String, String> signed(SignatureStyle style, String body) {
        return WebhookSignature.sign(style, List.of("new"), "evt_1", FakeTime.START, body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheEventOfAGoodDelivery(SignatureStyle style) {
        WebhookEvent event = verifier.verify(signed(style, EVENT), EVENT.getBytes(UTF_8));

        assertThat(event.eventId()).isEqualTo("evt_1");
        assertThat(event.eventType()).isEqualTo("batch.completed");
        assertThat(event.data().path("batchId").asText()).isEqualTo("b");
    }

    @Test
    void refusesAChangedBody() {
        assertThatThrownBy(() -> verifier.verify(signed(SignatureStyle.SHA256, EVENT), "{}".getBytes(UTF_8)))
                .isInstanceOf(WebhookRefusedException.class);
    }

    @Test
    void refusesAnOldSignature() {
        time.advance(Duration.ofMinutes(6));

        assertThatThrownBy(() -> verifier.verify(signed(SignatureStyle.TIMESTAMPED, EVENT), EVENT.getBytes(UTF_8)))
                .isInstanceOf(WebhookRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "t=", "t=,v1=", ",", "v1=00", "\u0000"})
    void refusesWhatIsNoSignature(String header) {
        assertThatThrownBy(() -> verifier.verify(Map.of("X-Canvelete-Signature", header), EVENT.getBytes(UTF_8)))
                .isInstanceOf(WebhookRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":\"evt_1\",\"type\":\"batch.completed\"}"})
    void refusesWhatIsNoEvent(String body) {
        assertThatThrownBy(() -> verifier.verify(signed(SignatureStyle.SHA256, body), body.getBytes(UTF_8)))
                .isInstanceOf(WebhookRefusedException.class)
                .hasMessageStartingWith("signed well");
    }

    @Test
    void needsASecret() {
        assertThatThrownBy(WebhookVerifier::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookVerifier.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
