package dev.canvelete.wiremock;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import dev.canvelete.server.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Has the service answer what came to the WireMock, as if both were one. Thread-safe. */
final class Forwarding implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings", "date");

    private final MockServer server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Forwarding(MockServer server) {
        this.server = server;
    }

    MockServer server() {
        return server;
    }

    Response answer(Request request) {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(URI.create(server.baseUri() + request.getUrl()))
                .method(request.getMethod().getName(), HttpRequest.BodyPublishers.ofByteArray(body(request)));
        for (HttpHeader header : request.getHeaders().all()) {
            if (!ofTheConnection(header.key())) {
                header.values().forEach(value -> forwarded.header(header.key(), value));
            }
        }
        try {
            return response(request, http.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Response.response()
                    .status(502)
                    .body("the service gave no answer: " + e.getMessage())
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Response.response().status(503).body("interrupted").build();
        }
    }

    private static byte[] body(Request request) {
        byte[] body = request.getBody();
        return body == null ? new byte[0] : body;
    }

    private Response response(Request request, HttpResponse<byte[]> answer) {
        List<HttpHeader> headers = answer.headers().map().entrySet().stream()
                .filter(header -> !ofTheConnection(header.getKey()))
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList();
        return Response.response()
                .status(answer.statusCode())
                .headers(new HttpHeaders(headers))
                .body(addressed(request, answer))
                .build();
    }

    /** Downloads are at the WireMock's address too. */
    private byte[] addressed(Request request, HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String url = request.getAbsoluteUrl();
        if (!type.contains("json") || !url.endsWith(request.getUrl())) {
            return answer.body();
        }
        String address = url.substring(0, url.length() - request.getUrl().length());
        return new String(answer.body(), StandardCharsets.UTF_8)
                .replace(server.baseUri().toString(), address)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean ofTheConnection(String name) {
        return OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.close();
    }
}
