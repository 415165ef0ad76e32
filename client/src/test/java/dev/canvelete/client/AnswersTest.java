package dev.canvelete.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.error.Fault;
import dev.canvelete.client.error.ApiException;
import dev.canvelete.client.error.AuthenticationException;
import dev.canvelete.client.error.NotFoundException;
import dev.canvelete.client.error.PermissionException;
import dev.canvelete.client.error.RateLimitException;
import dev.canvelete.client.error.ServerException;
import dev.canvelete.client.error.ValidationException;
import dev.canvelete.client.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static ApiException failure(int status, Map<String, List<String>> headers, String body) {
        return Answers.failure(new Response(status, headers, body.getBytes(UTF_8)), FakeTime.START);
    }

    @Test
    void choosesTheExceptionByStatus() {
        Map<Integer, Class<? extends ApiException>> kinds = Map.of(
                400, ValidationException.class,
                401, AuthenticationException.class,
                403, PermissionException.class,
                404, NotFoundException.class,
                409, ApiException.class,
                422, ValidationException.class,
                429, RateLimitException.class,
                500, ServerException.class,
                503, ServerException.class);

        kinds.forEach(
                (status, kind) -> assertThat(failure(status, Map.of(), "{}")).isExactlyInstanceOf(kind));
    }

    @Test
    void carriesAllThatTheServiceSaid() {
        String body = """
                {"success":false,"error":{"code":"VALIDATION_ERROR","message":"2 faults","details":[
                 {"path":"renders[0].format","message":"unknown"},"odd"]}}""";

        ApiException e = failure(400, Map.of("X-Request-Id", List.of("req_1")), body);

        assertThat(e).hasMessage("400 VALIDATION_ERROR: 2 faults (request req_1)");
        assertThat(e.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(e.requestId()).isEqualTo("req_1");
        assertThat(e.headers()).containsKey("x-request-id");
        assertThat(e.body()).isEqualTo(body);
        assertThat(((ValidationException) e).faults())
                .containsExactly(new Fault("renders[0].format", "unknown"), new Fault("", "odd"));
    }

    @Test
    void readsTheOtherDialectsErrors() {
        ApiException e = failure(404, Map.of(), "{\"error\":\"Design not found\",\"code\":\"NOT_FOUND\"}");

        assertThat(e).hasMessage("404 NOT_FOUND: Design not found");
    }

    @Test
    void survivesErrorsThatAreNoJson() {
        ApiException e = failure(502, Map.of(), "<html>bad gateway");

        assertThat(e.code()).isEqualTo("HTTP_502");
        assertThat(e.body()).isEqualTo("<html>bad gateway");
    }

    @Test
    void tellsHowLongARateLimitLasts() {
        ApiException e = failure(429, Map.of("Retry-After", List.of("90")), "{}");

        assertThat(((RateLimitException) e).retryAfter()).contains(Duration.ofSeconds(90));
    }
}
