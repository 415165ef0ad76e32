package dev.canvelete.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.limits.Allowance;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers in the dialect of the path what Jetty refuses before any resource sees it: bad request lines, ambiguous paths. */
public final class PlainErrorHandler extends ErrorHandler {
    private static final String MALFORMED = "The request's first line, path or headers are malformed; in a path, a"
            + " semicolon, or a slash, backslash, percent sign or control character of an id, encoded or not, is not right";

    /** For every method: Jetty itself would answer a DELETE without a body. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            String message,
            @Nullable Throwable cause,
            Callback callback) {
        ErrorCode kind =
                switch (code) {
                    case 404 -> ErrorCode.NOT_FOUND;
                    case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
                    case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
                    default -> code < 500 ? ErrorCode.VALIDATION_ERROR : ErrorCode.INTERNAL_ERROR;
                };
        String reason = code == HttpStatus.BAD_REQUEST_400 ? MALFORMED : HttpStatus.getMessage(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        if (new AccessRules(Dialect.bare(request.getHttpURI().getPath()), request.getMethod()).inApi()) {
            // Whose request it is was not looked at, and it is not counted.
            Allowance.unlimited(Instant.ofEpochMilli(Request.getTimeStamp(request)))
                    .headers()
                    .forEach((name, value) -> response.getHeaders().put(name, value));
        }
        if (code == HttpStatus.BAD_REQUEST_400) {
            // Jetty closes the connection after what it cannot parse; a client that is not told sends into the void.
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        response.write(true, ByteBuffer.wrap(body(request, ApiError.of(kind, reason))), callback);
    }

    private static byte[] body(Request request, ApiError error) {
        Object body = Dialect.of(request.getHttpURI().getPath()).error(error);
        try {
            return Json.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an error is always JSON", e);
        }
    }
}
