package dev.canvelete.server.http;

import dev.canvelete.server.usage.ApiCalls;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/** Counts the calls of every key. A request that is not answered by any resource is counted without its path. */
public final class UsageFilter implements ContainerResponseFilter {
    private final ApiCalls calls;

    @Context
    private @Nullable ResourceInfo resource;

    public UsageFilter(ApiCalls calls) {
        this.calls = calls;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Caller.holder(request).ifPresent(holder -> calls.count(holder.account().id(), endpoint(request.getMethod())));
    }

    /** The method and the template of the path, which has no ids, so that there are only so many. */
    private String endpoint(String method) {
        Class<?> type = resource == null ? null : resource.getResourceClass();
        AnnotatedElement action = resource == null ? null : resource.getResourceMethod();
        if (type == null || action == null) {
            return "other";
        }
        String rest = path(action);
        String path = path(type) + (rest.isEmpty() || rest.startsWith("/") ? "" : "/") + rest;
        return method + " " + path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
