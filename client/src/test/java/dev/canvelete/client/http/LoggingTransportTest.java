package dev.canvelete.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.client.FakeTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class LoggingTransportTest {
    private static final Request REQUEST = new Request(
            "POST",
            URI.create("http://user:secret1@service.example:8080/v1/render/batch?token=secret2"),
            Map.of("Authorization", "Bearer secret3"),
            "secret4".getBytes(UTF_8),
            Duration.ofSeconds(1),
            Duration.ZERO,
            null);

    private final Lines lines = new Lines();

    private LoggingTransport logging(Object answer) {
        return new LoggingTransport(new ScriptedTransport(answer), lines, new FakeTime());
    }

    @Test
    void saysWhatWasAskedAndWhatCameWithoutSecrets() throws Exception {
        logging(new Response(
                        200,
                        Map.of("X-Request-Id", List.of("req_1"), "Set-Cookie", List.of("secret5")),
                        "secret6".getBytes(UTF_8)))
                .send(REQUEST);

        assertThat(lines.written)
                .containsExactly(
                        "POST http://service.example:8080/v1/render/batch answered 200 in 0 ms, request id req_1");
    }

    @Test
    void saysWhatFailedWithoutSecrets() {
        assertThatThrownBy(() -> logging(new IOException("reset")).send(REQUEST))
                .isInstanceOf(IOException.class);

        assertThat(lines.written)
                .containsExactly("POST http://service.example:8080/v1/render/batch failed after 0 ms:"
                        + " java.io.IOException: reset");
    }

    /** A logger that keeps its lines. */
    private static final class Lines extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1;
        private final transient List<String> written = new ArrayList<>();

        @Override
        protected String getFullyQualifiedCallerName() {
            return Lines.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable error) {
            written.add(MessageFormatter.basicArrayFormat(pattern, arguments));
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
