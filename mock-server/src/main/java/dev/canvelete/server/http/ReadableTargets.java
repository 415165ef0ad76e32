package dev.canvelete.server.http;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Makes connections that read every target. Of one with {@code %zz} or {@code %00}, Jetty would remember nothing, and so not
 * know the dialect of the answer; here its percent signs are taken for what they are, and {@link PlainPaths} refuses it like
 * any other path with such a sign. Thread-safe.
 */
public final class ReadableTargets extends HttpConnectionFactory {
    /** @param configuration what all connections are given */
    public ReadableTargets(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new Reading(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }

    private static final class Reading extends HttpConnection {
        Reading(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        @Override
        protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
            try {
                return super.newHttpStream(method, uri, version);
            } catch (IllegalArgumentException e) {
                return super.newHttpStream(method, uri.replace("%", "%25"), version);
            }
        }
    }
}
