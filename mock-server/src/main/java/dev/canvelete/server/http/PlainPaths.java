package dev.canvelete.server.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses, before anything looks at it, a path that two readers could take for different ones: {@code a%2Fb}, or
 * {@code designs;a=b}, which asks Jersey for the designs and whoever looks at keys and scopes for something else. Thread-safe.
 */
public final class PlainPaths extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (plain(request.getHttpURI())) {
            return super.handle(request, response, callback);
        }
        Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
        return true;
    }

    private static boolean plain(HttpURI uri) {
        String path = uri.getPath();
        return UriCompliance.checkUriCompliance(UriCompliance.DEFAULT, uri, null) == null
                && (path == null || path.indexOf(';') < 0);
    }
}
