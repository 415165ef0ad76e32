package dev.canvelete.render.resource;

import dev.canvelete.api.net.AddressPolicy;
import dev.canvelete.api.net.RefusedAddressException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Gets files over http(s), without cookies, proxies, credentials, or redirects unchecked. Thread-safe.
 *
 * <p>Addresses are checked where names are resolved: the client dials just what {@link GuardedResolver} gave it, while
 * TLS still asks for the name. So a name that resolves to another address the next time gains nothing. The JDK's own
 * client offers no such place, which is why Apache's is used.
 */
final class HttpFetcher implements AutoCloseable {
    private static final int MOST_PER_HOST = 8;

    private final Limits limits;
    private final CloseableHttpClient client;

    HttpFetcher(Limits limits, AddressPolicy policy, DnsResolver resolver) {
        this.limits = limits;
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                .setSocketTimeout(Timeout.of(limits.totalTimeout()))
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(policy, resolver))
                        .setDefaultConnectionConfig(connections)
                        .setMaxConnPerRoute(MOST_PER_HOST)
                        .setMaxConnTotal(8 * MOST_PER_HOST)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(limits.totalTimeout()))
                        .setConnectionRequestTimeout(Timeout.of(limits.totalTimeout()))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableAutomaticRetries()
                .setUserAgent("canvelete-local")
                .build();
    }

    /** The file at a URL, or where that redirects to. */
    byte[] fetch(URI url) throws ResourceException {
        URI target = url;
        for (int hops = 0; hops <= limits.redirects(); hops++) {
            HttpHost host = new HttpHost(target.getScheme(), target.getHost(), target.getPort());
            try (ClassicHttpResponse answer = client.executeOpen(host, new HttpGet(target), null)) {
                URI next = redirect(target, answer);
                if (next == null) {
                    return body(answer);
                }
                target = next;
            } catch (RefusedAddressException e) {
                throw new ResourceException("addresses inside private networks are not fetched from", e);
            } catch (UnknownHostException e) {
                throw new ResourceException("there is no such host", e);
            } catch (IOException e) {
                throw new ResourceException("the server cannot be reached, or breaks off", e);
            }
        }
        throw new ResourceException("it redirects more than " + limits.redirects() + " times");
    }

    private static @Nullable URI redirect(URI from, ClassicHttpResponse answer) throws ResourceException {
        return switch (answer.getCode()) {
            case 301, 302, 303, 307, 308 -> {
                Header location = answer.getFirstHeader("Location");
                if (location == null) {
                    throw new ResourceException("the server redirects without saying where to");
                }
                yield AssetUrl.redirected(from, location.getValue());
            }
            default -> null;
        };
    }

    private byte[] body(ClassicHttpResponse answer) throws ResourceException, IOException {
        HttpEntity entity = answer.getEntity();
        if (answer.getCode() != 200 || entity == null) {
            throw new ResourceException("the server answers with status " + answer.getCode());
        }
        if (entity.getContentLength() <= limits.bytes()) {
            try (InputStream in = entity.getContent()) {
                byte[] bytes = in.readNBytes(limits.bytes() + 1);
                if (bytes.length <= limits.bytes()) {
                    return bytes;
                }
                answer.close();
            }
        }
        throw new ResourceException("the file is larger than " + limits.bytes() + " bytes");
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Resolves names to those of their addresses that may be dialled. */
    private record GuardedResolver(AddressPolicy policy, DnsResolver resolver) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return policy.allowed(resolver.resolve(host));
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return resolver.resolveCanonicalHostname(host);
        }
    }
}
