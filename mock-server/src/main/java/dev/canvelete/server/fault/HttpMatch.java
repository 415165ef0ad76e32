package dev.canvelete.server.fault;

import dev.canvelete.server.match.Glob;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault is for; all that is given must hold.
 *
 * @param method such as {@code POST}
 * @param path of the request, without its query; {@code *} stands for any characters
 * @param headers their names in any case, their values with {@code *} for any characters
 */
public record HttpMatch(@Nullable String method, @Nullable String path, Map<String, String> headers) {
    /** Every request. */
    public static final HttpMatch ANY = new HttpMatch(null, null, Map.of());

    // Jackson leaves out what the JSON does not say.
    @SuppressWarnings("RedundantNullCheck")
    public HttpMatch {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    /** Requests of that method to that path, in which {@code *} stands for any characters. */
    public static HttpMatch of(String method, String path) {
        return new HttpMatch(method, path, Map.of());
    }

    /** @param given by names in lower case */
    boolean matches(String requestMethod, String requestPath, Map<String, String> given) {
        return (method == null || method.equalsIgnoreCase(requestMethod))
                && (path == null || Glob.matches(path, requestPath))
                && new TreeMap<>(headers)
                        .entrySet().stream()
                                .allMatch(header -> Glob.matches(
                                        header.getValue(),
                                        given.getOrDefault(header.getKey().toLowerCase(Locale.ROOT), "")));
    }
}
