package dev.canvelete.server.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Lets what a thread logs say which request it handles, and clears that before the thread takes the next one. */
public final class LogContext extends Handler.Wrapper {
    /** What the log has the request's id under, which the answer has as {@code X-Request-Id}. */
    static final String REQUEST_ID = "requestId";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }
}
