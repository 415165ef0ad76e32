package dev.canvelete.server.admin;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.Envelope;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets only this machine at the control plane and the metrics, which want no key, unless others are named. Pages of
 * other sites, that a browser on this machine shows, are kept out as well: by the {@code Host} that they would have to
 * use (DNS rebinding), by their {@code Origin}, and because a POST must say that it is JSON, which they cannot without
 * asking first. Thread-safe.
 */
public final class AdminGuard extends Handler.Wrapper {
    /** Names everybody. */
    public static final String ANYBODY = "*";

    private static final List<String> PATHS = List.of("/__admin", "/metrics");

    private final List<String> hosts;

    /**
     * @param hosts names under which the control plane may be reached from other machines; empty for none,
     *     {@value #ANYBODY} for any
     */
    public AdminGuard(List<String> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Objects.requireNonNullElse(request.getHttpURI().getCanonicalPath(), "");
        boolean guarded = PATHS.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
        Optional<ApiError> refusal = guarded ? refusal(request) : Optional.empty();
        if (refusal.isEmpty()) {
            return super.handle(request, response, callback);
        }
        ApiError error = refusal.get();
        response.setStatus(ErrorCode.valueOf(error.code()).status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        byte[] body = Json.tree(Envelope.error(error)).toString().getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private Optional<ApiError> refusal(Request request) {
        if (hosts.isEmpty() && !loopback(request.getConnectionMetaData().getRemoteSocketAddress())) {
            return forbidden("The control plane answers this machine only; adminHosts names others");
        }
        String host = host(request.getHttpURI());
        if (!hosts.contains(ANYBODY) && !hosts.contains(host) && !local(host)) {
            return forbidden("The control plane is not reached under the name " + host + "; adminHosts names others");
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if ((origin != null && !origin.equals(origin(request)))
                || "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"))) {
            return forbidden("The control plane does not answer pages of other sites");
        }
        if (request.getMethod().equals("POST") && !json(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
            return Optional.of(ApiError.of(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "A POST to the control plane says Content-Type: application/json, also without a body"));
        }
        return Optional.empty();
    }

    private static Optional<ApiError> forbidden(String message) {
        return Optional.of(ApiError.of(ErrorCode.FORBIDDEN, message));
    }

    private static boolean loopback(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && internet.getAddress().isLoopbackAddress();
    }

    private static String host(HttpURI uri) {
        String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** A name that no foreign DNS server can point at this machine: an address itself, or localhost. */
    private static boolean local(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("\\d{1,3}(\\.\\d{1,3}){3}")
                || host.matches("[0-9a-f:]*:[0-9a-f:.]*");
    }

    private static String origin(Request request) {
        HttpURI uri = request.getHttpURI();
        String host = host(uri);
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "http");
        int port = uri.getPort();
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + (usual ? "" : ":" + port))
                .toString();
    }

    private static boolean json(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).strip().startsWith("application/json");
    }
}
