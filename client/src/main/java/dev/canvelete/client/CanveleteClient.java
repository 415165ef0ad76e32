package dev.canvelete.client;

import dev.canvelete.client.http.BearerAuthTransport;
import dev.canvelete.client.http.Environment;
import dev.canvelete.client.http.JdkTransport;
import dev.canvelete.client.http.LoggingTransport;
import dev.canvelete.client.http.RateLimitTransport;
import dev.canvelete.client.http.RetryPolicy;
import dev.canvelete.client.http.RetryTransport;
import dev.canvelete.client.http.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The entry to the service. Thread-safe; one for a whole application is right.
 *
 * {@snippet file="Examples.java" region="client"}
 *
 * <p>Every method that goes to the service may throw a {@link dev.canvelete.client.error.CanveleteException}.
 */
public final class CanveleteClient implements AutoCloseable {
    private final Transport transport;
    private final ExecutorService threads;
    private final RenderService render;
    private final DesignService designs;
    private final TemplateService templates;
    private final WebhookService webhooks;
    private final UsageService usage;
    private final URI baseUrl;

    private CanveleteClient(Builder builder, String apiKey, URI baseUrl) {
        Environment environment = builder.environment();
        AtomicInteger count = new AtomicInteger();
        this.baseUrl = baseUrl;
        this.transport = decorated(builder, apiKey, baseUrl);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "canvelete-client-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        JsonApi api = new JsonApi(transport, baseUrl, environment, builder.timeout);
        this.render = new RenderService(api, new BatchRunner(api, threads, environment), new Downloads(api), threads);
        this.designs = new DesignService(api);
        this.templates = new TemplateService(api);
        this.webhooks = new WebhookService(api);
        this.usage = new UsageService(api);
    }

    private static Transport decorated(Builder builder, String apiKey, URI baseUrl) {
        Environment environment = builder.environment();
        RetryPolicy retries = builder.retries;
        Transport bare = builder.transport == null ? new JdkTransport(retries.attemptTimeout()) : builder.transport;
        Transport logged = new LoggingTransport(
                new BearerAuthTransport(bare, apiKey, baseUrl),
                LoggerFactory.getLogger(CanveleteClient.class),
                environment.clock());
        Transport paced =
                new RateLimitTransport(logged, retries.longestRetryAfter(), environment.clock(), environment.sleeper());
        return new RetryTransport(paced, retries, environment.clock(), environment.sleeper(), environment.jitter());
    }

    /**
     * A client with everything else as it comes.
     *
     * @throws IllegalArgumentException if key or address are malformed
     */
    public static CanveleteClient of(String apiKey, String baseUrl) {
        return builder().apiKey(apiKey).baseUrl(baseUrl).build();
    }

    /** Starts the making of a client. */
    public static Builder builder() {
        return new Builder();
    }

    /** Rendering. */
    public RenderService render() {
        return render;
    }

    /** Designs. */
    public DesignService designs() {
        return designs;
    }

    /** Templates, which are designs that others are made of. */
    public TemplateService templates() {
        return templates;
    }

    /** Endpoints that are told what happens. */
    public WebhookService webhooks() {
        return webhooks;
    }

    /** What was used of the plan. */
    public UsageService usage() {
        return usage;
    }

    /** Interrupts what is under way and lets go of threads and connections. */
    @Override
    public void close() {
        threads.shutdownNow();
        transport.close();
    }

    @Override
    public String toString() {
        return "CanveleteClient of " + baseUrl;
    }

    /** Makes a client; not thread-safe. */
    public static final class Builder {
        private @Nullable String apiKey;
        private @Nullable String baseUrl;
        private Duration timeout = Duration.ofMinutes(2);
        private RetryPolicy retries = RetryPolicy.standard();
        private Environment environment = Environment.system();
        private BiConsumer<String, Duration> onWait = (why, howLong) -> {};
        private @Nullable Transport transport;

        private Builder() {}

        /** The key that is sent as {@code Authorization: Bearer …}. */
        public Builder apiKey(String value) {
            apiKey = value;
            return this;
        }

        /** Where the service is, such as {@code http://localhost:8080}; a path is kept. */
        public Builder baseUrl(String value) {
            baseUrl = value;
            return this;
        }

        /** How long a single call may take, all attempts and pauses together; 2 minutes unless said. */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /** When and how often a failed call is sent again. */
        public Builder retries(RetryPolicy value) {
            retries = value;
            return this;
        }

        /** Time and chance, for tests. */
        public Builder environment(Environment value) {
            environment = value;
            return this;
        }

        /**
         * Hears of each wait that the service asks for, before it begins: why, and for how long. It is called on the
         * waiting thread; several threads may wait.
         */
        public Builder onWait(BiConsumer<String, Duration> value) {
            onWait = value;
            return this;
        }

        private Environment environment() {
            return new Environment(
                    environment.clock(),
                    environment.sleeper().reporting(onWait),
                    environment.jitter(),
                    environment.ids());
        }

        /** What holds the connections, in place of {@link JdkTransport}; the client closes it. */
        public Builder transport(Transport value) {
            transport = value;
            return this;
        }

        /**
         * The client.
         *
         * @throws IllegalArgumentException if key or address are missing or malformed
         */
        public CanveleteClient build() {
            return new CanveleteClient(this, checkedKey(apiKey), checkedUrl(baseUrl));
        }

        private static String checkedKey(@Nullable String key) {
            if (key == null || key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new IllegalArgumentException(
                        "apiKey is missing or has blanks or other characters that no key has");
            }
            return key;
        }

        private static URI checkedUrl(@Nullable String url) {
            URI uri = URI.create(url == null ? "" : url.strip().replaceFirst("/+$", ""));
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        "baseUrl is " + (url == null ? "missing" : "wrong") + "; http://localhost:8080 would be right");
            }
            return uri;
        }
    }
}
