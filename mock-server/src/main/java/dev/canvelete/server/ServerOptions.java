package dev.canvelete.server;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.net.AddressPolicy;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.server.artifact.Retention;
import dev.canvelete.server.artifact.s3.BucketUrl;
import dev.canvelete.server.db.DatabaseUrl;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.webhook.RetrySchedule;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** How a server is to run. Immutable: each {@code with…} gives new options. */
public final class ServerOptions {
    /** The secret when none is set. */
    public static final String DEFAULT_SECRET = "whsec_local";

    private final Values values;

    private ServerOptions(Values values) {
        this.values = values;
    }

    /** A free port of the loopback address, nothing kept, the {@code local} engine, a worker for each core. */
    public static ServerOptions standard() {
        return new ServerOptions(new Values());
    }

    private ServerOptions with(Consumer<Values> change) {
        Values changed = values.copy();
        change.accept(changed);
        return new ServerOptions(changed);
    }

    /** The port to listen on, 0 for any that is free. */
    public int port() {
        return values.port;
    }

    /** These options with another {@link #port}. */
    public ServerOptions withPort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: 0 to 65535 is right, not " + port);
        }
        return with(v -> v.port = port);
    }

    /** The address to listen on. */
    public String bindHost() {
        return values.bindHost;
    }

    /** These options with another {@link #bindHost}. */
    public ServerOptions withBindHost(String host) {
        return with(v -> v.bindHost = host);
    }

    /** Where database and files are kept; empty for a server that forgets all when it is closed. */
    public Optional<Path> dataFolder() {
        return values.dataFolder;
    }

    /** These options with another {@link #dataFolder}. */
    public ServerOptions withDataFolder(Path folder) {
        return with(v -> v.dataFolder = Optional.of(folder));
    }

    /** The database that this server shares with others; empty for one of its own in the data folder. */
    public Optional<DatabaseUrl> database() {
        return values.database;
    }

    /** These options with another {@link #database}. */
    public ServerOptions withDatabase(DatabaseUrl url) {
        return with(v -> v.database = Optional.of(url));
    }

    /** The bucket that finished files are kept in; empty for the data folder. */
    public Optional<BucketUrl> artifacts() {
        return values.artifacts;
    }

    /** These options with other {@link #artifacts}; needs the AWS SDK on the class path. */
    public ServerOptions withArtifacts(BucketUrl bucket) {
        return with(v -> v.artifacts = Optional.of(bucket));
    }

    /** Each {@code *.json} in them is a design that every key sees. */
    public List<Path> designFolders() {
        return values.designFolders;
    }

    /** These options with another {@link #designFolders}. */
    public ServerOptions withDesignFolders(List<Path> folders) {
        return with(v -> v.designFolders = List.copyOf(folders));
    }

    /** Which engine renders: {@code local}, {@code placeholder}, or another on the class path. */
    public String engine() {
        return values.engine;
    }

    /** These options with another {@link #engine}. */
    public ServerOptions withEngine(String name) {
        return with(v -> v.engine = name);
    }

    /** What the engine may reach. */
    public EngineSettings engineSettings() {
        return values.engineSettings;
    }

    /** These options with another {@link #engineSettings}. */
    public ServerOptions withEngineSettings(EngineSettings settings) {
        return with(v -> v.engineSettings = settings);
    }

    /** How many renders go on at once, at least 1. */
    public int workers() {
        return values.workers;
    }

    /** These options with another {@link #workers}. */
    public ServerOptions withWorkers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("workers: at least 1 is right, not " + count);
        }
        return with(v -> v.workers = count);
    }

    /** How long finished files are kept. */
    public Retention retention() {
        return values.retention;
    }

    /** These options with another {@link #retention}. */
    public ServerOptions withRetention(Retention retention) {
        return with(v -> v.retention = retention);
    }

    /** How long to wait after each failed attempt, to milliseconds. */
    public List<Duration> webhookRetries() {
        return values.webhookRetries;
    }

    /** These options with another {@link #webhookRetries}. */
    public ServerOptions withWebhookRetries(List<Duration> waits) {
        return with(v -> v.webhookRetries = List.copyOf(waits));
    }

    /** How long a receiver has for its answer. */
    public Duration webhookTimeout() {
        return values.webhookTimeout;
    }

    /** These options with another {@link #webhookTimeout}. */
    public ServerOptions withWebhookTimeout(Duration timeout) {
        return with(v -> v.webhookTimeout = timeout);
    }

    /** Which addresses webhooks are sent to. */
    public AddressPolicy webhookDestinations() {
        return values.webhookDestinations;
    }

    /** These options with other {@link #webhookDestinations}. */
    public ServerOptions withWebhookDestinations(AddressPolicy policy) {
        return with(v -> v.webhookDestinations = policy);
    }

    /** Signs the webhooks that a request names; {@value #DEFAULT_SECRET} when not set. */
    public String webhookSecret() {
        return values.webhookSecret;
    }

    /** These options with another {@link #webhookSecret}. */
    public ServerOptions withWebhookSecret(String secret) {
        return with(v -> v.webhookSecret = secret);
    }

    /** In which form the webhooks are signed that a request names; {@link SignatureStyle#SHA256} when not set. */
    public SignatureStyle webhookSignature() {
        return values.webhookSignature;
    }

    /** These options with another {@link #webhookSignature}. */
    public ServerOptions withWebhookSignature(SignatureStyle style) {
        return with(v -> v.webhookSignature = style);
    }

    /** The server's address as its clients see it; empty for the one it listens on. */
    public Optional<URI> publicBaseUrl() {
        return values.publicBaseUrl;
    }

    /** These options with another {@link #publicBaseUrl}. */
    public ServerOptions withPublicBaseUrl(URI url) {
        return with(v -> v.publicBaseUrl = Optional.of(url));
    }

    /** How long a render stays claimed by a machine that gives no sign of life. */
    public Duration lease() {
        return values.lease;
    }

    /** These options with another {@link #lease}. */
    public ServerOptions withLease(Duration lease) {
        return with(v -> v.lease = lease);
    }

    /** How long a render may take, by its account's clock, before it fails with {@code RENDER_TIMEOUT}. */
    public Duration renderTimeLimit() {
        return values.renderTimeLimit;
    }

    /** These options with another {@link #renderTimeLimit}. */
    public ServerOptions withRenderTimeLimit(Duration limit) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("renderTimeLimit: 1 ms to 1 day is right, not " + limit);
        }
        return with(v -> v.renderTimeLimit = limit);
    }

    /** Names under which other machines may reach the control plane; empty for this machine alone, "*" for any. */
    public List<String> adminHosts() {
        return values.adminHosts;
    }

    /** These options with other {@link #adminHosts}. */
    public ServerOptions withAdminHosts(List<String> hosts) {
        return with(v -> v.adminHosts = List.copyOf(hosts));
    }

    /** What time it is, for limits and webhooks; leases follow the database's own clock. */
    public InstantSource clock() {
        return values.clock;
    }

    /** These options with another {@link #clock}. */
    public ServerOptions withClock(InstantSource source) {
        return with(v -> v.clock = source);
    }

    /** Makes all ids. */
    public IdSource ids() {
        return values.ids;
    }

    /** These options with another {@link #ids}. */
    public ServerOptions withIds(IdSource source) {
        return with(v -> v.ids = source);
    }

    /** Where secrets and the jitter of webhook retries come from; thread-safe. */
    public RandomGenerator random() {
        return values.random;
    }

    /** These options with another {@link #random}. */
    public ServerOptions withRandom(RandomGenerator source) {
        return with(v -> v.random = source);
    }

    /** Changed only while it is a copy that nobody else has seen. */
    private static final class Values implements Cloneable {
        private int port = 0;
        private String bindHost = "127.0.0.1";
        private Optional<Path> dataFolder = Optional.empty();
        private Optional<DatabaseUrl> database = Optional.empty();
        private Optional<BucketUrl> artifacts = Optional.empty();
        private List<Path> designFolders = List.of();
        private String engine = "local";
        private EngineSettings engineSettings = EngineSettings.standard();
        private int workers = Runtime.getRuntime().availableProcessors();
        private Retention retention = Retention.standard();
        private List<Duration> webhookRetries = RetrySchedule.standard().waits();
        private Duration webhookTimeout = Duration.ofSeconds(30);
        private AddressPolicy webhookDestinations = AddressPolicy.PUBLIC_AND_LOOPBACK;
        private String webhookSecret = DEFAULT_SECRET;
        private SignatureStyle webhookSignature = SignatureStyle.SHA256;
        private Optional<URI> publicBaseUrl = Optional.empty();
        private List<String> adminHosts = List.of();
        private InstantSource clock = InstantSource.system();
        private RandomGenerator random = new SecureRandom();
        private Duration lease = Duration.ofSeconds(30);
        private Duration renderTimeLimit = Duration.ofSeconds(60);
        private IdSource ids = new SecureIds(InstantSource.system());

        private Values copy() {
            try {
                return (Values) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
