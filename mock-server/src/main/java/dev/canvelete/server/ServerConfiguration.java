package dev.canvelete.server;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.net.AddressPolicy;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.server.artifact.Retention;
import dev.canvelete.server.artifact.s3.BucketUrl;
import dev.canvelete.server.db.DatabaseUrl;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.logging.common.ConsoleAppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.LoggingFactory;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The same settings as a YAML file has them. Beside its own, it takes Dropwizard's {@code logging} section.
 *
 * <pre>{@code
 * port: 8080
 * dataFolder: /var/lib/canvelete
 * artifacts: s3://my-files/canvelete
 * designFolders: [designs]
 * retentionAge: 7d
 * retentionBytes: 2GB
 * webhookRetries: [100ms, 1s, 5s]
 * }</pre>
 */
public final class ServerConfiguration {
    @JsonProperty
    private @Nullable Integer port;

    @JsonProperty
    private @Nullable String bindHost;

    @JsonProperty
    private @Nullable Path dataFolder;

    @JsonProperty
    private @Nullable String database;

    @JsonProperty
    private @Nullable String artifacts;

    @JsonProperty
    private @Nullable List<Path> designFolders;

    @JsonProperty
    private @Nullable String engine;

    @JsonProperty
    private @Nullable EngineSettings engineSettings;

    @JsonProperty
    private @Nullable Integer workers;

    @JsonProperty
    private @Nullable Duration retentionAge;

    @JsonProperty
    private @Nullable DataSize retentionBytes;

    @JsonProperty
    private @Nullable List<Duration> webhookRetries;

    @JsonProperty
    private @Nullable Duration webhookTimeout;

    @JsonProperty
    private @Nullable AddressPolicy webhookDestinations;

    @JsonProperty
    private @Nullable String webhookSecret;

    @JsonProperty
    private @Nullable SignatureStyle webhookSignature;

    @JsonProperty
    private @Nullable Duration lease;

    @JsonProperty
    private @Nullable Duration renderTimeLimit;

    @JsonProperty
    private @Nullable URI publicBaseUrl;

    @JsonProperty
    private @Nullable List<String> adminHosts;

    @JsonProperty
    private LoggingFactory logging = warnings();

    /** Everything as in {@link ServerOptions#standard}; warnings and errors go to the standard error stream. */
    public ServerConfiguration() {}

    private static LoggingFactory warnings() {
        ConsoleAppenderFactory<ILoggingEvent> console = new ConsoleAppenderFactory<>();
        console.setTarget(ConsoleAppenderFactory.ConsoleStream.STDERR);
        DefaultLoggingFactory logging = new DefaultLoggingFactory();
        logging.setLevel("WARN");
        logging.setAppenders(List.of(console));
        return logging;
    }

    /**
     * Reads a YAML file.
     *
     * @throws IllegalArgumentException naming file, line and field of what is wrong
     */
    public static ServerConfiguration read(Path file) {
        try {
            ObjectMapper strict = Jackson.newObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            return new YamlConfigurationFactory<>(ServerConfiguration.class, null, strict, "dw")
                    .build(new FileConfigurationSourceProvider(), file.toString());
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).strip(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " could not be read", e);
        }
    }

    /** Sets up this process's logging as configured; a server that is embedded leaves its host's logging alone. */
    public void startLogging() {
        logging.configure(new MetricRegistry(), "canvelete");
    }

    /**
     * The options; what the file does not say is as in {@link ServerOptions#standard}.
     *
     * @throws IllegalArgumentException naming the field that is wrong
     */
    public ServerOptions options() {
        ServerOptions options = ServerOptions.standard();
        options = port == null ? options : options.withPort(port);
        options = bindHost == null ? options : options.withBindHost(bindHost);
        options = dataFolder == null ? options : options.withDataFolder(dataFolder);
        options = database == null ? options : options.withDatabase(read("database", DatabaseUrl::of, database));
        options = artifacts == null ? options : options.withArtifacts(read("artifacts", BucketUrl::of, artifacts));
        options = designFolders == null ? options : options.withDesignFolders(designFolders);
        options = engine == null ? options : options.withEngine(engine);
        options = engineSettings == null ? options : options.withEngineSettings(engineSettings);
        options = workers == null ? options : options.withWorkers(workers);
        options = options.withRetention(retention(options.retention()));
        options = webhookTimeout == null ? options : options.withWebhookTimeout(webhookTimeout.toJavaDuration());
        options = webhookDestinations == null ? options : options.withWebhookDestinations(webhookDestinations);
        options = webhookSecret == null ? options : options.withWebhookSecret(webhookSecret);
        options = webhookSignature == null ? options : options.withWebhookSignature(webhookSignature);
        options = adminHosts == null ? options : options.withAdminHosts(adminHosts);
        options = lease == null ? options : options.withLease(lease.toJavaDuration());
        options = renderTimeLimit == null ? options : options.withRenderTimeLimit(renderTimeLimit.toJavaDuration());
        options = publicBaseUrl == null ? options : options.withPublicBaseUrl(publicBaseUrl);
        return webhookRetries == null
                ? options
                : options.withWebhookRetries(
                        webhookRetries.stream().map(Duration::toJavaDuration).toList());
    }

    private static <T> T read(String field, Function<String, T> reader, String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
        }
    }

    private Retention retention(Retention standard) {
        return new Retention(
                retentionAge == null ? standard.age() : retentionAge.toJavaDuration(),
                retentionBytes == null ? standard.bytes() : retentionBytes.toBytes());
    }
}
