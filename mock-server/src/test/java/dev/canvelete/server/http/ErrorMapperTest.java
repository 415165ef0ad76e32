package dev.canvelete.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.error.Passing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request gets while the database has no connection to give, or is broken. */
class ErrorMapperTest {
    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new JerseyHandler(
                () -> new ResourceConfig(ErrorMapper.class, RequestIds.class, Documented.class, Sdk.class)
                        .register(new JacksonJsonProvider(Json.mapper()))));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.stop();
    }

    @Test
    void whatMayGoWellInAMomentIsToBeAskedForAgainInTheDialectOfThePath() throws Exception {
        HttpResponse<String> documented = get("/v1/busy");
        HttpResponse<String> sdk = get("/api/busy");

        assertThat(documented.statusCode()).isEqualTo(503);
        assertThat(documented.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(json(documented).at("/error/code").asText()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(sdk.statusCode()).isEqualTo(503);
        assertThat(sdk.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(json(sdk).path("error").isTextual()).isTrue();
        assertThat(json(sdk).path("code").asText()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(documented.body()).doesNotContain("pool");
    }

    @Test
    void whatIsBrokenForGoodIsNot() throws Exception {
        HttpResponse<String> broken = get("/v1/broken");

        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.headers().firstValue("Retry-After")).isEmpty();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = server.getURI().resolve(path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.mapper().readTree(answer.body());
    }

    /** Gives requests the id that an error is logged under. */
    @PreMatching
    public static final class RequestIds implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            Caller.requestId(request, "req_1");
        }
    }

    /** Fails as a store does. */
    @Path("/v1")
    public static final class Documented {
        /** Has no connection. */
        @GET
        @Path("busy")
        public String busy() {
            throw new IllegalStateException(new NoConnection());
        }

        /** Asks what cannot be answered. */
        @GET
        @Path("broken")
        public String broken() {
            throw new IllegalStateException(new SQLException("no such table"));
        }
    }

    /** Fails as a store does. */
    @Path("/api")
    public static final class Sdk {
        /** Has no connection. */
        @GET
        @Path("busy")
        public String busy() {
            throw new IllegalStateException(new NoConnection());
        }
    }

    private static final class NoConnection extends Exception implements Passing {
        private static final long serialVersionUID = 1;

        NoConnection() {
            super("the pool is empty");
        }
    }
}
