package dev.canvelete.server.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses, before anything looks at it, a path that two readers could take for different ones: {@code a%2Fb}. Thread-safe. */
public final class PlainPaths extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (UriCompliance.checkUriCompliance(UriCompliance.DEFAULT, request.getHttpURI(), null) == null) {
            return super.handle(request, response, callback);
        }
        Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
        return true;
    }
}
