package dev.canvelete.server;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.http.JerseyHandler;
import dev.canvelete.server.http.PlainErrorHandler;
import dev.canvelete.server.http.ReadableTargets;
import jakarta.ws.rs.Path;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** Jetty with Jersey behind it: one connector and a few applications, told all that they need, so that nothing is looked for. */
final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 1024;
    private static final int LEAST_THREADS = 8;
    private static final long SHUTDOWN_MILLIS = 2000;

    /** After which a connection without a request, that a client keeps for its next one, holds up the end no longer. */
    private static final long SHUTDOWN_IDLE_MILLIS = 50;

    private final QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    private final StatisticsHandler statistics = new StatisticsHandler();
    private final Server server = new Server(threads);
    private final ServerConnector connector;

    /** Answers from {@link #start} on. */
    WebServer() {
        threads.setName("http");
        server.setStopTimeout(SHUTDOWN_MILLIS);
        // Whoever started the service stops it; Jetty's own hook would tear at it at the same time.
        server.setStopAtShutdown(false);
        server.setErrorHandler(new PlainErrorHandler());
        HttpConfiguration http = new HttpConfiguration();
        http.setHttpCompliance(HttpCompliance.RFC7230);
        // Refused here, a path would be forgotten, and with it the dialect of the answer: PlainPaths refuses them.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
        this.connector = new ServerConnector(server, 1, -1, new ReadableTargets(http));
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        server.addConnector(connector);
    }

    /**
     * Serves these from {@link #start} on. The first begin to be read now, in a thread of their own, and the others, which
     * many tests never ask for, when the first request for them comes.
     *
     * @param before what every request passes before the resources, the outermost first
     */
    void serve(List<Handler.Wrapper> before, List<Resources> all) {
        PathMappingsHandler paths = new PathMappingsHandler();
        for (Resources some : all) {
            JerseyHandler answering =
                    new JerseyHandler(() -> configured(some.components().get()));
            some.paths().forEach(path -> paths.addMapping(new ServletPathSpec(path), answering));
            if (some == all.getFirst()) {
                Thread.ofPlatform().daemon().name("resources").start(answering::load);
            }
        }
        Handler handler = paths;
        for (Handler.Wrapper wrapper : before.reversed()) {
            wrapper.setHandler(handler);
            handler = wrapper;
        }
        statistics.setHandler(handler);
        server.setHandler(statistics);
    }

    private static ResourceConfig configured(List<Object> components) {
        ResourceConfig config = new ResourceConfig()
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.BV_FEATURE_DISABLE, true)
                // The tests call every resource.
                .property(ServerProperties.RESOURCE_VALIDATION_DISABLE, true)
                .register(new JacksonJsonProvider(Json.mapper()));
        List<Object> resources =
                components.stream().filter(component -> isResource(component)).toList();
        resources.forEach(resource -> config.register(resource.getClass()));
        // Jersey would warn of each resource that is registered as an instance.
        config.register(new AbstractBinder() {
            @Override
            @SuppressWarnings("unchecked")
            protected void configure() {
                resources.forEach(resource -> bind(resource).to((Class<Object>) resource.getClass()));
            }
        });
        for (Object component : components) {
            if (component instanceof Class<?> type) {
                config.register(type);
            } else if (!isResource(component)) {
                config.register(component);
            }
        }
        return config;
    }

    private static boolean isResource(Object component) {
        return component.getClass().isAnnotationPresent(Path.class);
    }

    /** Begins to answer what comes in there. */
    void start(ServerSocketChannel socket) throws Exception {
        connector.open(socket);
        server.start();
    }

    /** What the server has done and is doing. */
    StatisticsHandler statistics() {
        return statistics;
    }

    /** The threads that answer. */
    QueuedThreadPool threads() {
        return threads;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /**
     * What answers below some paths.
     *
     * @param paths as servlets have them
     * @param components resources, filters and mappers; asked for once, when they are read
     */
    record Resources(List<String> paths, Supplier<List<Object>> components) {}
}
