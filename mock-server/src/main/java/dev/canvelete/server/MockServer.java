package dev.canvelete.server;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.admin.Control;
import dev.canvelete.server.artifact.DownloadUrls;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jersey.validation.Validators;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A running service. Any number of them can run in one process. Thread-safe.
 *
 * <pre>{@code
 * try (MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"))) {
 *     URI api = server.baseUri();
 * }
 * }</pre>
 */
public final class MockServer implements AutoCloseable {
    private final Server http;
    private final Service service;
    private final Closing closing;
    private final URI baseUri;

    private MockServer(Server http, Service service, Closing closing, URI baseUri) {
        this.http = http;
        this.service = service;
        this.closing = closing;
        this.baseUri = baseUri;
    }

    /**
     * Starts a server, which answers when this returns.
     *
     * @throws IllegalArgumentException if the engine or a folder is not there
     * @throws dev.canvelete.api.design.DesignException if a design in one of the folders is malformed, naming file,
     *     line and field
     * @throws IllegalStateException if it cannot start, because the port or the data folder is in use
     */
    public static MockServer start(ServerOptions options) {
        Closing closing = new Closing();
        try {
            // Loading Dropwizard's classes takes as long as opening the database.
            CompletableFuture<Environment> environment =
                    CompletableFuture.supplyAsync(MockServer::environment, Thread::startVirtualThread);
            AtomicReference<URI> address = new AtomicReference<>(URI.create("http://localhost"));
            Service service = new Service(options, new DownloadUrls(address::get), closing);
            Server http = new HttpServerFactory(options.port(), options.bindHost(), service.handlers())
                    .build(serving(service, environment.join()));
            ServerConnector connector = (ServerConnector) http.getConnectors()[0];
            connector.open();
            URI base = base(options, connector.getLocalPort());
            address.set(base);
            closing.add(http::stop);
            http.start();
            service.start();
            return new MockServer(http, service, closing, base);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        } catch (Exception e) {
            closing.close();
            throw new IllegalStateException("the server cannot start: " + e.getMessage(), e);
        }
    }

    private static Environment environment() {
        return new Environment(
                "canvelete",
                Json.mapper(),
                Validators.newValidatorFactory(),
                new MetricRegistry(),
                MockServer.class.getClassLoader(),
                new HealthCheckRegistry(),
                new ServerConfiguration());
    }

    private static Environment serving(Service service, Environment environment) {
        JerseyEnvironment jersey = environment.jersey();
        for (Object component : service.components(environment.metrics(), environment.healthChecks())) {
            if (component instanceof Class<?> type) {
                jersey.register(type);
            } else {
                jersey.register(component);
            }
        }
        return environment;
    }

    private static URI base(ServerOptions options, int port) {
        String host = options.bindHost().equals("0.0.0.0") ? "localhost" : options.bindHost();
        String given = Objects.toString(options.publicBaseUrl().orElse(null), "http://" + host + ":" + port);
        return URI.create(given.endsWith("/") ? given.substring(0, given.length() - 1) : given);
    }

    /** The address that clients are given, without a slash at the end. */
    public URI baseUri() {
        return baseUri;
    }

    /** The port that it listens on. */
    public int port() {
        return ((ServerConnector) http.getConnectors()[0]).getLocalPort();
    }

    /** What a test may do to it: its clock, its faults, its journal, worlds of their own. */
    public Control control() {
        return service.control();
    }

    /** Ends what is going on in good order; without a data folder, everything is gone. A second call does nothing. */
    @Override
    public void close() {
        service.releaseWaiting();
        closing.close();
    }
}
