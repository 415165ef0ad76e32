package dev.canvelete.server.http;

import dev.canvelete.server.limits.RateLimits;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;

/** Puts the headers on that every answer carries. */
public final class AnswerHeaders implements ContainerResponseFilter {
    private final RateLimits limits;

    public AnswerHeaders(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Caller.allowance(request).orElseGet(limits::unlimited).headers().forEach((name, value) -> response.getHeaders()
                .putIfAbsent(name, List.of(value)));
        response.getHeaders().putSingle("X-Request-Id", Caller.requestId(request));
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
