package dev.canvelete.server.http;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.error.Passing;
import dev.canvelete.server.error.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Answers whatever goes wrong in the dialect of the path, and lets nothing of the inside out. */
public final class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

    private static final int RETRY_SECONDS = 1;

    private final Provider<ContainerRequestContext> request;

    /** @param request gives the request that is being answered */
    @Inject
    public ErrorMapper(Provider<ContainerRequestContext> request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof Refusal refusal) {
            Response.ResponseBuilder answer = answer(dialect().status(refusal.code()), refusal.error());
            refusal.headers().forEach(answer::header);
            return answer.build();
        }
        if (cause instanceof WebApplicationException http) {
            return ofHttp(http.getResponse());
        }
        if (passing(thrown)) {
            LOG.warn("the database has no connection to give: {}", cause.getMessage());
            return answer(503, ApiError.of(ErrorCode.SERVICE_UNAVAILABLE, "The service is busy; try again in a moment"))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        String id = Caller.requestId(request.get());
        // The thread may be another than the one that took the request.
        try (MDC.MDCCloseable context = MDC.putCloseable(LogContext.REQUEST_ID, id)) {
            LOG.error("request {} failed", id, cause);
        }
        return answer(
                        500,
                        new ApiError(
                                ErrorCode.INTERNAL_ERROR.name(),
                                "Something went wrong in the server; its log says what, under this request's id",
                                Json.object().put("requestId", id)))
                .build();
    }

    /** Whether what went wrong may go well in a moment. */
    private static boolean passing(@Nullable Throwable thrown) {
        return thrown instanceof Passing || thrown != null && passing(thrown.getCause());
    }

    /** What the HTTP layer refused by itself. */
    private Response ofHttp(Response given) {
        int status = given.getStatus();
        if (status < 400) {
            return given;
        }
        ApiError error =
                switch (status) {
                    case 404 -> ApiError.of(ErrorCode.NOT_FOUND, "There is nothing at this path");
                    case 405 ->
                        ApiError.of(
                                ErrorCode.METHOD_NOT_ALLOWED,
                                "This path allows " + given.getHeaderString(HttpHeaders.ALLOW));
                    case 415 ->
                        ApiError.of(
                                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                                "The body must be JSON: Content-Type: application/json");
                    default ->
                        ApiError.of(
                                ErrorCode.VALIDATION_ERROR,
                                given.getStatusInfo().getReasonPhrase());
                };
        Response.ResponseBuilder answer = answer(status, error);
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    private Response.ResponseBuilder answer(int status, ApiError error) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(dialect().error(error));
    }

    private Dialect dialect() {
        return Dialect.of(request.get().getUriInfo().getPath(false));
    }
}
