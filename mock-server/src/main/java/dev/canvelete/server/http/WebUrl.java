package dev.canvelete.server.http;

import java.net.URI;
import java.net.URISyntaxException;

/** Recognises the URLs that the service calls. */
final class WebUrl {
    private WebUrl() {}

    /** Whether it is an absolute http(s) URL with a host, a port that there is, and neither user name nor password. */
    static boolean isHttp(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
