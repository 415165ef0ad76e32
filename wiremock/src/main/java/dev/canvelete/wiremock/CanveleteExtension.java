package dev.canvelete.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * Lets a WireMock answer the whole API, with files that are really rendered: {@code
 * options().extensions(new CanveleteExtension(ServerOptions.standard()))}. It brings its own stub mappings, of a low
 * priority, so that a stub of one's own for a path goes before them. Thread-safe.
 */
public final class CanveleteExtension implements ResponseTransformerV2, MappingsLoaderExtension {
    /** The transformer's name, for stub mappings of one's own. */
    public static final String NAME = "canvelete";

    private static final String PATHS = "/(v1|api|renders)/.*";
    private static final int LOW_PRIORITY = 10;

    private final ServerOptions options;
    private @Nullable Forwarding forwarding;

    /** @param options of the service; its port is nobody's concern */
    public CanveleteExtension(ServerOptions options) {
        this.options = options;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public synchronized void start() {
        if (forwarding == null) {
            forwarding = new Forwarding(MockServer.start(options.withPort(0)));
        }
    }

    @Override
    public synchronized void stop() {
        if (forwarding != null) {
            forwarding.close();
            forwarding = null;
        }
    }

    /**
     * The service behind, for its clock, faults and journal.
     *
     * @throws IllegalStateException if the WireMock does not run
     */
    public MockServer server() {
        return running().server();
    }

    private synchronized Forwarding running() {
        if (forwarding == null) {
            throw new IllegalStateException("the WireMock that has this extension does not run");
        }
        return forwarding;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        return running().answer(event.getRequest());
    }

    @Override
    public void loadMappingsInto(StubMappings mappings) {
        mappings.addMapping(any(urlPathMatching(PATHS))
                .atPriority(LOW_PRIORITY)
                .willReturn(aResponse().withTransformers(NAME))
                .build());
    }
}
