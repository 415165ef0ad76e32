package dev.canvelete.server.webhook;

import dev.canvelete.api.net.AddressPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/**
 * Connections to webhook receivers: without redirects, retries, proxies, cookies or credentials, and to allowed
 * addresses only. The addresses are checked where names are resolved, and the client dials just those; the JDK's own
 * client offers no such place.
 */
record ReceiverConnections(AddressPolicy destinations) implements DnsResolver {
    static CloseableHttpClient open(AddressPolicy destinations, Duration timeout) {
        Timeout limit = Timeout.of(timeout);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new ReceiverConnections(destinations))
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(limit).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableAutomaticRetries()
                .build();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return destinations.allowed(SystemDefaultDnsResolver.INSTANCE.resolve(host));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
