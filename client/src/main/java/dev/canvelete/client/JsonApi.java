package dev.canvelete.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.canvelete.api.json.Json;
import dev.canvelete.client.error.CallInterruptedException;
import dev.canvelete.client.error.ConnectionException;
import dev.canvelete.client.error.TimeoutException;
import dev.canvelete.client.http.Environment;
import dev.canvelete.client.http.Request;
import dev.canvelete.client.http.Response;
import dev.canvelete.client.http.RetryTransport;
import dev.canvelete.client.http.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of the documented dialect: JSON out, the {@code data} of the answer back, exceptions by kind. Thread-safe. */
final class JsonApi {
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String USER_AGENT = "canvelete-java";

    private final Transport transport;
    private final URI baseUrl;
    private final Environment environment;
    private final Duration timeout;

    JsonApi(Transport transport, URI baseUrl, Environment environment, Duration timeout) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.environment = environment;
        this.timeout = timeout;
    }

    /** How long a call may take unless it says otherwise. */
    Duration timeout() {
        return timeout;
    }

    /** An address of the service; an absolute one stays as it is. */
    URI resolve(String pathOrUrl) {
        return pathOrUrl.startsWith("/") ? URI.create(baseUrl + pathOrUrl) : URI.create(pathOrUrl);
    }

    /** Asks for something, where the service may hold its answer that long. */
    <T> T get(String path, Class<T> type, Duration hold, Duration atMost) {
        Request request =
                new Request("GET", resolve(path), Map.of("Accept", "application/json"), null, atMost, hold, null);
        return Answers.read(send(request), type, environment.clock().instant());
    }

    /** One page of a list. */
    <T> Page<T> page(String path, Class<T> type) {
        Request request = new Request(
                "GET", resolve(path), Map.of("Accept", "application/json"), null, timeout, Duration.ZERO, null);
        return Answers.readPage(send(request), type, environment.clock().instant());
    }

    /** Sends something once, however often it has to be repeated: all attempts carry the same key. */
    <T> T post(String path, @Nullable Object body, Class<T> type, Duration atMost) {
        return exchange("POST", path, body, type, atMost);
    }

    /** Changes something. */
    <T> T send(String method, String path, @Nullable Object body, Class<T> type) {
        return exchange(method, path, body, type, timeout);
    }

    /** Removes something, whatever the service says about it. */
    void delete(String path) {
        Response unused = send(new Request(
                "DELETE", resolve(path), Map.of("Accept", "application/json"), null, timeout, Duration.ZERO, null));
    }

    private <T> T exchange(String method, String path, @Nullable Object body, Class<T> type, Duration atMost) {
        Map<String, String> headers = Map.of(
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                RetryTransport.IDEMPOTENCY_KEY,
                environment.ids().get());
        Request request = new Request(
                method, resolve(path), headers, body == null ? NOTHING : bytes(body), atMost, Duration.ZERO, null);
        return Answers.read(send(request), type, environment.clock().instant());
    }

    private static byte[] bytes(Object body) {
        try {
            return Json.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the request cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Sends a request whose answer is not JSON unless it is an error. */
    Response send(Request request) {
        try {
            Response response = transport.send(request.withHeader("User-Agent", USER_AGENT));
            if (!response.isSuccess()) {
                throw Answers.failure(response, environment.clock().instant());
            }
            return response;
        } catch (HttpTimeoutException e) {
            throw new TimeoutException("no answer in time: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ConnectionException(request.target() + " failed: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted during " + request.target(), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "nothing answers there";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
