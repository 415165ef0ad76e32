package dev.canvelete.server;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.webhook.RetrySchedule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How a server is to run. Immutable: each {@code with…} gives new options.
 *
 * @param port 0 for any that is free
 * @param bindHost the address to listen on
 * @param dataFolder where database and files are kept; empty for a server that forgets all when it is closed
 * @param designFolders each {@code *.json} in them is a design that every key sees
 * @param engine which engine renders: {@code local}, {@code placeholder}, or another on the class path
 * @param engineSettings what the engine may reach
 * @param workers how many renders go on at once, at least 1
 * @param webhookRetries how long to wait after each failed attempt, to milliseconds
 * @param webhookTimeout how long a receiver has for its answer
 * @param webhookSecret signs the webhooks that a request names; {@value #DEFAULT_SECRET} when not set
 * @param publicBaseUrl the server's address as its clients see it; empty for the one it listens on
 * @param clock what time it is, for limits, leases and webhooks
 * @param ids makes all ids
 */
public record ServerOptions(
        int port,
        String bindHost,
        Optional<Path> dataFolder,
        List<Path> designFolders,
        String engine,
        EngineSettings engineSettings,
        int workers,
        List<Duration> webhookRetries,
        Duration webhookTimeout,
        String webhookSecret,
        Optional<URI> publicBaseUrl,
        InstantSource clock,
        IdSource ids) {
    /** The secret when none is set. */
    public static final String DEFAULT_SECRET = "whsec_local";

    public ServerOptions {
        designFolders = List.copyOf(designFolders);
        webhookRetries = List.copyOf(webhookRetries);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: 0 to 65535 is right, not " + port);
        }
        if (workers < 1) {
            throw new IllegalArgumentException("workers: at least 1 is right, not " + workers);
        }
    }

    /** A free port of the loopback address, nothing kept, the {@code local} engine, a worker for each core. */
    public static ServerOptions standard() {
        return new ServerOptions(
                0,
                "127.0.0.1",
                Optional.empty(),
                List.of(),
                "local",
                EngineSettings.standard(),
                Runtime.getRuntime().availableProcessors(),
                RetrySchedule.standard().waits(),
                Duration.ofSeconds(30),
                DEFAULT_SECRET,
                Optional.empty(),
                InstantSource.system(),
                new SecureIds());
    }

    /** These options with that port. */
    public ServerOptions withPort(int port) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options with that address to listen on. */
    public ServerOptions withBindHost(String host) {
        return new ServerOptions(
                port,
                host,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options, everything kept in that folder. */
    public ServerOptions withDataFolder(Path folder) {
        return new ServerOptions(
                port,
                bindHost,
                Optional.of(folder),
                designFolders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options with the designs of those folders. */
    public ServerOptions withDesignFolders(List<Path> folders) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                folders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options with the engine of that name. */
    public ServerOptions withEngine(String name) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                name,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options with those settings of the engine. */
    public ServerOptions withEngineSettings(EngineSettings settings) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                settings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options with that many workers. */
    public ServerOptions withWorkers(int count) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                count,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options with those waits between attempts. */
    public ServerOptions withWebhookRetries(List<Duration> waits) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                workers,
                waits,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options with that long for a receiver to answer. */
    public ServerOptions withWebhookTimeout(Duration timeout) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                timeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options with that secret for webhooks. */
    public ServerOptions withWebhookSecret(String secret) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                secret,
                publicBaseUrl,
                clock,
                ids);
    }

    /** These options for a server that its clients reach at that address. */
    public ServerOptions withPublicBaseUrl(URI url) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                Optional.of(url),
                clock,
                ids);
    }

    /** These options with that clock. */
    public ServerOptions withClock(InstantSource source) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                source,
                ids);
    }

    /** These options with ids from there. */
    public ServerOptions withIds(IdSource source) {
        return new ServerOptions(
                port,
                bindHost,
                dataFolder,
                designFolders,
                engine,
                engineSettings,
                workers,
                webhookRetries,
                webhookTimeout,
                webhookSecret,
                publicBaseUrl,
                clock,
                source);
    }
}
