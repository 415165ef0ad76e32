package dev.canvelete.client.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request. It can be sent again as it is.
 *
 * @param body null for none
 * @param timeout for all that it takes to get the answer, every attempt together
 * @param patience how much longer than usual one attempt may take, because the service was asked to hold its answer or
 *     because the answer is a file
 * @param saveTo where the body of a 2xx answer is written, in place of memory; null for memory
 */
@SuppressWarnings("ArrayRecordComponent") // A body on its way out; nobody compares requests as values.
public record Request(
        String method,
        URI uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        Duration timeout,
        Duration patience,
        @Nullable Path saveTo) {
    public Request {
        headers = Map.copyOf(headers);
    }

    /** A GET without further headers, its answer kept in memory. */
    public static Request get(URI uri, Duration timeout) {
        return new Request("GET", uri, Map.of(), null, timeout, Duration.ZERO, null);
    }

    /** This request with one more header, in place of one of that name. */
    public Request withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Request(method, uri, all, body, timeout, patience, saveTo);
    }

    /** This request with another timeout. */
    public Request withTimeout(Duration other) {
        return new Request(method, uri, headers, body, other, patience, saveTo);
    }

    /** Where the request goes, for messages and logs: without query and user, which may hold secrets. */
    public String target() {
        return method + " " + uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath();
    }
}
