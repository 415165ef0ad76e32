package dev.canvelete.server.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Answers in the one type that a path has, whatever the client would rather have; and refuses a body's type that cannot be
 * read as it refuses a wrong one, where Jersey itself would answer with nothing.
 */
@PreMatching
@Priority(Priorities.USER + 1)
public final class MediaTypes implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        try {
            request.getMediaType();
        } catch (ProcessingException e) {
            throw new WebApplicationException(e, Response.Status.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
