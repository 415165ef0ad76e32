package dev.canvelete.server;

import dev.canvelete.server.http.PlainErrorHandler;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.Duration;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Dropwizard's server with one connector, one application and no admin port. */
final class HttpServerFactory extends AbstractServerFactory {
    private final int port;
    private final String host;
    private final List<Handler.Wrapper> before;

    /** @param before what every request passes before the application, the outermost first */
    HttpServerFactory(int port, String host, List<Handler.Wrapper> before) {
        this.port = port;
        this.host = host;
        this.before = before;
        setRegisterDefaultExceptionMappers(false);
        setEnableThreadNameFilter(false);
        setShutdownGracePeriod(Duration.seconds(2));
        // Pictures are compressed already, and a compressed answer has neither a length nor ranges.
        getGzipFilterFactory().setEnabled(false);
    }

    @Override
    public void configure(Environment environment) {
        environment.getApplicationContext().setContextPath("/");
    }

    @Override
    public Server build(Environment environment) {
        configure(environment);
        ThreadPool threads = createThreadPool(environment.metrics());
        Server server = buildServer(environment.lifecycle(), threads);
        // Whoever started the service stops it; Jetty's own hook would tear at it at the same time.
        server.setStopAtShutdown(false);
        Handler application = createAppServlet(
                server,
                environment.jersey(),
                environment.getObjectMapper(),
                environment.getValidator(),
                environment.getApplicationContext(),
                environment.getJerseyServletContainer(),
                environment.metrics());
        for (Handler.Wrapper wrapper : before.reversed()) {
            wrapper.setHandler(application);
            application = wrapper;
        }
        server.setHandler(application);
        server.setErrorHandler(new PlainErrorHandler());
        environment.getApplicationContext().setErrorHandler(new PlainErrorHandler());
        HttpConnectorFactory connector = new HttpConnectorFactory();
        connector.setPort(port);
        connector.setBindHost(host);
        connector.setUseDateHeader(true);
        server.addConnector(connector.build(server, environment.metrics(), "http", threads));
        return server;
    }
}
