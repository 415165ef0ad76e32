package dev.canvelete.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.client.error.ApiException;
import dev.canvelete.client.error.ApiFailure;
import dev.canvelete.client.http.Response;
import dev.canvelete.client.http.RetryAfter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the answers of the service, good and bad. */
final class Answers {
    private Answers() {}

    /**
     * The {@code data} of a good answer.
     *
     * @throws ApiException if the answer has none, or none of that type
     */
    static <T> T read(Response response, Class<T> type, Instant now) {
        return data(
                Answers.<T>envelope(response, Json.mapper().getTypeFactory().constructType(type), now), response, now);
    }

    /**
     * One page of a list.
     *
     * @throws ApiException if the answer is no list of that type
     */
    static <T> Page<T> readPage(Response response, Class<T> type, Instant now) {
        JavaType list = Json.mapper().getTypeFactory().constructCollectionType(List.class, type);
        Envelope<List<T>> envelope = envelope(response, list, now);
        return Page.of(data(envelope, response, now), envelope.pagination());
    }

    private static <T> Envelope<T> envelope(Response response, JavaType type, Instant now) {
        JavaType wrapped = Json.mapper().getTypeFactory().constructParametricType(Envelope.class, type);
        try {
            Envelope<T> envelope = Json.mapper()
                    .readerFor(wrapped)
                    .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                    .readValue(response.body());
            if (envelope != null) {
                return envelope;
            }
        } catch (IOException e) {
            throw unreadable(response, now, e);
        }
        throw unreadable(response, now, null);
    }

    private static <T> T data(Envelope<T> envelope, Response response, Instant now) {
        T data = envelope.data();
        if (data == null) {
            throw unreadable(response, now, null);
        }
        return data;
    }

    private static ApiException unreadable(Response response, Instant now, @Nullable IOException cause) {
        return ApiException.unreadable(
                failure(response, now, ApiFailure.UNREADABLE, "the answer is not what this client understands", null),
                cause);
    }

    /** The exception for an answer with a bad status, in either dialect. */
    static ApiException failure(Response response, Instant now) {
        JsonNode answer = tree(response);
        JsonNode error = answer.path("error");
        JsonNode head = error.isObject() ? error : answer;
        String message = head.path("message").asText(error.asText(""));
        return ApiException.of(failure(
                response,
                now,
                head.path("code").asText("HTTP_" + response.status()),
                message.isEmpty() ? "the service says no more" : message,
                head.get("details")));
    }

    private static ApiFailure failure(
            Response response, Instant now, String code, String message, @Nullable JsonNode details) {
        return new ApiFailure(
                response.status(),
                code,
                message,
                response.header("X-Request-Id").orElse(null),
                response.headers(),
                details,
                new String(response.body(), UTF_8),
                RetryAfter.of(response, now).orElse(null));
    }

    private static JsonNode tree(Response response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
