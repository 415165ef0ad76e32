package dev.canvelete.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JerseyHandlerTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() throws Exception {
        client.close();
        if (!server.isFailed()) {
            server.stop();
        }
    }

    @Test
    void requestsWaitForResourcesThatAreStillBeingRead() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        JerseyHandler handler = new JerseyHandler(() -> {
            reading.countDown();
            await(sent);
            return greeting();
        });
        URI address = start(handler);
        CompletableFuture<Void> loading = CompletableFuture.runAsync(handler::load);
        reading.await();
        CompletableFuture<HttpResponse<String>> first = ask(address);
        CompletableFuture<HttpResponse<String>> second = ask(address);
        sent.countDown();
        assertThat(first.join().body()).isEqualTo("hello");
        assertThat(second.join().body()).isEqualTo("hello");
        loading.join();
        assertThat(asked).hasValue(1);
    }

    @Test
    void resourcesThatCannotBeReadFailEveryRequestAndTheStop() throws Exception {
        JerseyHandler handler = new JerseyHandler(() -> {
            asked.incrementAndGet();
            throw new IllegalArgumentException("a resource is wrong");
        });
        URI address = start(handler);
        handler.load();
        for (int request = 0; request < 2; request++) {
            HttpResponse<String> answer = ask(address).join();
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("INTERNAL_ERROR").doesNotContain("IllegalArgumentException");
        }
        assertThat(asked).hasValue(1);
        assertThatThrownBy(server::stop).hasRootCauseMessage("a resource is wrong");
    }

    /** As a long poll is: Jetty holds that against the connection, and tells whoever reads the body, even if there is none. */
    @Test
    void anAnswerMayTakeLongerThanAConnectionMayBeIdle() throws Exception {
        connector.setIdleTimeout(Patient.LONG.dividedBy(10).toMillis());
        JerseyHandler handler = new JerseyHandler(() -> new ResourceConfig(Patient.class, BodyLimit.class));
        handler.load();
        HttpResponse<String> answer = ask(start(handler)).join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("at last");
    }

    private URI start(JerseyHandler handler) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setErrorHandler(new PlainErrorHandler());
        server.setHandler(handler);
        server.start();
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/greeting");
    }

    private CompletableFuture<HttpResponse<String>> ask(URI address) {
        return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private ResourceConfig greeting() {
        asked.incrementAndGet();
        return new ResourceConfig(Greeting.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers late. */
    @Path("/greeting")
    public static final class Patient {
        static final Duration LONG = Duration.ofMillis(500);

        /** Greets when the connection has been idle for too long. */
        @GET
        public CompletionStage<String> get() {
            return new CompletableFuture<String>().completeOnTimeout("at last", LONG.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What is asked for. */
    @Path("/greeting")
    public static final class Greeting {
        /** Greets. */
        @GET
        public String get() {
            return "hello";
        }
    }
}
