package dev.canvelete.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Speaks to a server as a client would, and holds every exchange against the OpenAPI documents. */
record Api(URI base, String key) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Api free(MockServer server) {
        return new Api(server.baseUri(), "cvt_test_free");
    }

    static Api enterprise(MockServer server) {
        return new Api(server.baseUri(), "cvt_test_enterprise");
    }

    /** A batch's body with that many renders of one template. */
    static String batch(int renders, String template) {
        return IntStream.range(0, renders)
                .mapToObj(i -> "{\"templateId\":\"" + template + "\",\"format\":\"png\",\"dynamicData\":{\"name\":\""
                        + i + "\"}}")
                .collect(Collectors.joining(",", "{\"renders\":[", "]}"));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer send(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Submits a batch that must be taken and waits for its end. */
    JsonNode finished(String body) {
        Answer accepted = post("/v1/render/batch", body);
        if (accepted.status() != 200) {
            throw new AssertionError("refused: " + accepted);
        }
        return ended(accepted.data().path("batchId").asText());
    }

    /** A batch once it has ended, however long a busy machine takes for it. */
    JsonNode ended(String batchId) {
        JsonNode batch;
        do {
            batch = get("/v1/render/batch/" + batchId + "?wait=60").data();
        } while (batch.path("status").asText().equals("processing"));
        return batch;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : URI.create(base + path))
                .header("Authorization", "Bearer " + key);
    }

    static Answer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = bytes(request);
        try {
            return new Answer(response.statusCode(), response, Json.mapper().readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError(
                    "no JSON: " + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8), e);
        }
    }

    static HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        try {
            HttpRequest built = request.build();
            HttpResponse<byte[]> response = HTTP.send(built, HttpResponse.BodyHandlers.ofByteArray());
            OpenApiContract.check(built, response);
            return response;
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** An answer in the envelope. */
    record Answer(int status, HttpResponse<byte[]> http, JsonNode body) {
        JsonNode data() {
            return body.path("data");
        }

        JsonNode error() {
            return body.path("error");
        }

        String code() {
            return error().path("code").asText();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }
}
