package dev.canvelete.server.http;

import jakarta.ws.rs.core.SecurityContext;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.ContainerUtils;
import org.glassfish.jersey.server.spi.Container;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/** Hands Jetty's requests to Jersey, and its answers back, without servlets in between. Thread-safe. */
public final class JerseyHandler extends Handler.Abstract implements Container {
    private final Supplier<ResourceConfig> resources;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<ApplicationHandler> application = new CompletableFuture<>();

    /** @param resources asked for once, by the first request unless {@link #load} came before */
    public JerseyHandler(Supplier<ResourceConfig> resources) {
        this.resources = resources;
    }

    /**
     * Reads the resources unless somebody does or has done, or it is too late; requests wait until they are read. If they
     * cannot be, every request fails, and so does stopping.
     */
    public void load() {
        if (begun.compareAndSet(false, true)) {
            try {
                ApplicationHandler loaded = new ApplicationHandler(resources.get());
                loaded.onStartup(this);
                application.complete(loaded);
            } catch (RuntimeException | Error e) {
                application.completeExceptionally(new IllegalStateException("the resources cannot be read", e));
            }
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (begun.compareAndSet(false, true)) {
            application.completeExceptionally(new IllegalStateException("the server has stopped"));
        } else {
            application.join().onShutdown(this);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        URI base;
        URI address;
        try {
            base = base(request);
            address = base.resolve(pathAndQuery(request.getHttpURI()));
        } catch (IllegalArgumentException e) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        ContainerRequest asked = new ContainerRequest(
                base, address, request.getMethod(), new Nobody(), new MapPropertiesDelegate(), getConfiguration());
        request.getHeaders().forEach(field -> asked.header(field.getName(), field.getValue()));
        asked.setEntityStream(Request.asInputStream(request));
        asked.setWriter(new Answer(request, response, callback));
        getApplicationHandler().handle(asked);
        return true;
    }

    private static URI base(Request request) {
        int port = Request.getServerPort(request);
        return URI.create(request.getHttpURI().getScheme() + "://" + Request.getServerName(request)
                + (port < 0 ? "" : ":" + port) + "/");
    }

    private static String pathAndQuery(HttpURI uri) {
        String query = uri.getQuery();
        return ContainerUtils.encodeUnsafeCharacters(uri.getPath())
                + (query == null ? "" : "?" + ContainerUtils.encodeUnsafeCharacters(query));
    }

    @Override
    public ResourceConfig getConfiguration() {
        return getApplicationHandler().getConfiguration();
    }

    @Override
    public ApplicationHandler getApplicationHandler() {
        load();
        return application.join();
    }

    @Override
    public void reload() {
        throw new UnsupportedOperationException("a server has the same resources as long as it runs");
    }

    @Override
    public void reload(ResourceConfig configuration) {
        reload();
    }

    /** Whoever asks, as far as HTTP knows: keys are the service's own business. */
    private record Nobody() implements SecurityContext {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }

    /** Takes what Jersey answers, once, on whatever thread. */
    private record Answer(Request request, Response response, Callback callback, AtomicBoolean suspended)
            implements ContainerResponseWriter {
        Answer(Request request, Response response, Callback callback) {
            this(request, response, callback, new AtomicBoolean());
        }

        @Override
        public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse answer) {
            response.setStatus(answer.getStatus());
            HttpFields.Mutable headers = response.getHeaders();
            answer.getStringHeaders().forEach((name, values) -> headers.put(name, values));
            if (length >= 0) {
                headers.put(HttpHeader.CONTENT_LENGTH, length);
            }
            return Response.asBufferedOutputStream(request, response);
        }

        @Override
        public boolean suspend(long timeout, TimeUnit unit, @Nullable TimeoutHandler handler) {
            return suspended.compareAndSet(false, true);
        }

        @Override
        public void setSuspendTimeout(long timeout, TimeUnit unit) {
            throw new UnsupportedOperationException("resources that wait know by themselves how long");
        }

        @Override
        public void commit() {
            callback.succeeded();
        }

        @Override
        public void failure(Throwable error) {
            callback.failed(error);
        }

        @Override
        public boolean enableResponseBuffering() {
            return true;
        }
    }
}
