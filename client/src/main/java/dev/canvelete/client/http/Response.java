package dev.canvelete.client.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One HTTP answer.
 *
 * @param headers by lower-case name
 * @param body empty when it was saved to a file
 */
@SuppressWarnings("ArrayRecordComponent") // A body on its way in; nobody compares answers as values.
public record Response(int status, Map<String, List<String>> headers, byte[] body) {
    public Response {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        e -> e.getKey().toLowerCase(Locale.ROOT), e -> List.copyOf(e.getValue()), (a, b) -> a));
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
