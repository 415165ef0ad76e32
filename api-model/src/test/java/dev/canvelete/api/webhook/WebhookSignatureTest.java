package dev.canvelete.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookSignatureTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final byte[] BODY = "{\"eventType\":\"batch.completed\"}".getBytes(UTF_8);

    @Test
    void signsAsTheDocumentationShows() {
        // printf 'The quick brown fox jumps over the lazy dog' | openssl dgst -sha256 -hmac key
        Map<String, String> headers = WebhookSignature.sign(
                SignatureStyle.SHA256,
                List.of("key"),
                "evt",
                NOW,
                "The quick brown fox jumps over the lazy dog".getBytes(UTF_8));

        assertThat(headers)
                .containsExactly(Map.entry(
                        "X-Canvelete-Signature",
                        "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"));
    }

    @Test
    void signsAsStandardWebhooksDefines() {
        // The example of the Standard Webhooks specification's reference libraries.
        Map<String, String> headers = WebhookSignature.sign(
                SignatureStyle.STANDARD,
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(headers).containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @EnumSource
    void verifiesWhatItSignedAndNothingElse(SignatureStyle style) {
        Map<String, String> headers = WebhookSignature.sign(style, List.of("old", "new"), "evt_1", NOW, BODY);

        assertThat(WebhookSignature.verify(headers, BODY, List.of("new"), NOW, TOLERANCE))
                .isTrue();
        assertThat(WebhookSignature.verify(headers, BODY, List.of("other"), NOW, TOLERANCE))
                .isFalse();
        assertThat(WebhookSignature.verify(headers, "{}".getBytes(UTF_8), List.of("new"), NOW, TOLERANCE))
                .isFalse();
        assertThat(WebhookSignature.verify(Map.of(), BODY, List.of("new"), NOW, TOLERANCE))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMESTAMPED", "PLAIN_TIMESTAMPED", "STANDARD"})
    void refusesASignedTimeOutsideTheTolerance(SignatureStyle style) {
        Map<String, String> headers = WebhookSignature.sign(style, List.of("s"), "evt_1", NOW, BODY);

        assertThat(WebhookSignature.verify(headers, BODY, List.of("s"), NOW.plusSeconds(301), TOLERANCE))
                .isFalse();
        assertThat(WebhookSignature.verify(headers, BODY, List.of("s"), NOW.minusSeconds(301), TOLERANCE))
                .isFalse();
        assertThat(WebhookSignature.verify(headers, BODY, List.of("s"), NOW.plusSeconds(299), TOLERANCE))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMESTAMPED", "STANDARD"})
    void acceptsEitherSecretDuringARotation(SignatureStyle style) {
        Map<String, String> headers = WebhookSignature.sign(style, List.of("old", "new"), "evt_1", NOW, BODY);

        assertThat(WebhookSignature.verify(headers, BODY, List.of("old"), NOW, TOLERANCE))
                .isTrue();
    }

    @Test
    void findsHeadersWhateverTheirCase() {
        Map<String, String> headers = new LinkedHashMap<>();
        WebhookSignature.sign(SignatureStyle.SHA256, List.of("s"), "evt_1", NOW, BODY)
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));

        assertThat(WebhookSignature.verify(headers, BODY, List.of("s"), NOW, TOLERANCE))
                .isTrue();
    }

    @Test
    void bearsMalformedSignatures() {
        for (String value : List.of("", "sha256=", "t=", "t=x,v1=", "t=1,v1", ",", "t=99999999999999999999,v1=a")) {
            assertThat(WebhookSignature.verify(
                            Map.of(WebhookSignature.HEADER, value), BODY, List.of("s"), NOW, TOLERANCE))
                    .as(value)
                    .isFalse();
        }
    }
}
