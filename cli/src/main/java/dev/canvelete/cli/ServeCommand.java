package dev.canvelete.cli;

import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Lifetime;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerConfiguration;
import dev.canvelete.server.ServerOptions;
import dev.canvelete.server.artifact.s3.BucketUrl;
import dev.canvelete.server.db.DatabaseUrl;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until the process is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the service, and prints one line with its address when it is ready.",
        footerHeading = "%nKeys for local use:%n",
        footer = {
            "  cvt_test_free, cvt_test_individual, cvt_test_teams, cvt_test_enterprise",
            "",
            "  curl -H 'Authorization: Bearer cvt_test_teams' http://127.0.0.1:8080/v1/designs",
            "",
            "What is written on the command line comes before the configuration file.",
            "Exit codes: 143 ended by SIGTERM, 130 by Ctrl-C, both in good order; 1 could not start; 2 wrong usage."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8080;
    private static final Path DEFAULT_DATA = Path.of(".canvelete");

    private final Console console;
    private final Lifetime lifetime;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the port to listen on, 0 for a free one; 8080 unless said")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "HOST", description = "the address to listen on; 127.0.0.1 unless said")
    private @Nullable String host;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where database and files are kept; .canvelete unless said")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:CANVELETE_DATABASE}",
            description =
                    "a PostgreSQL database that any number of servers share, together with the folder of --data or"
                            + " the bucket of --artifacts:"
                            + " jdbc:postgresql://HOST/NAME?user=...&password=...; also read from CANVELETE_DATABASE")
    private @Nullable String database;

    @Option(
            names = "--artifacts",
            paramLabel = "URL",
            defaultValue = "${env:CANVELETE_ARTIFACTS}",
            description = "a bucket for the finished files, instead of the folder of --data:"
                    + " s3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION; also read from CANVELETE_ARTIFACTS;"
                    + " credentials as the AWS command finds them")
    private @Nullable String artifacts;

    @Option(names = "--designs", paramLabel = "DIR", description = "each *.json in it is a design; may be repeated")
    private @Nullable List<Path> designs;

    @Option(
            names = "--assets",
            paramLabel = "DIR",
            description = "images that designs name as files are looked for there")
    private @Nullable Path assets;

    @Option(names = "--engine", paramLabel = "NAME", description = "what draws: local (unless said), placeholder")
    private @Nullable String engine;

    @Option(names = "--config", paramLabel = "FILE", description = "a YAML file with these and further settings")
    private @Nullable Path config;

    ServeCommand(Console console, Lifetime lifetime) {
        this.console = console;
        this.lifetime = lifetime;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfiguration configuration = configuration();
        configuration.startLogging();
        ServerOptions options = options(configured(configuration));
        MockServer server = start(options);
        console.say("Canvelete Local is ready at "
                + console.paint().strong(server.baseUri().toString()) + " (engine "
                + options.engine() + ", data in "
                + options.dataFolder().map(Path::toString).orElse("memory")
                + options.database().map(url -> " and " + url).orElse("")
                + options.artifacts().map(bucket -> ", files in " + bucket).orElse("") + "; Ctrl-C ends it)");
        lifetime.run(server);
        return ExitCode.DONE;
    }

    private ServerConfiguration configuration() {
        if (config == null) {
            return new ServerConfiguration();
        }
        if (!Files.isReadable(config)) {
            throw new CommandFailure("--config " + config + " cannot be read");
        }
        try {
            return ServerConfiguration.read(config);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private ServerOptions configured(ServerConfiguration configuration) {
        try {
            return configuration.options();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--config " + config + ": " + e.getMessage(), e);
        }
    }

    private ServerOptions options(ServerOptions configured) {
        ServerOptions options = config == null ? configured.withPort(DEFAULT_PORT) : configured;
        try {
            options = port == null ? options : options.withPort(port);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--port: " + e.getMessage(), e);
        }
        try {
            options = database == null ? options : options.withDatabase(DatabaseUrl.of(database));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--database: " + e.getMessage(), e);
        }
        try {
            options = artifacts == null ? options : options.withArtifacts(BucketUrl.of(artifacts));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--artifacts: " + e.getMessage(), e);
        }
        options = host == null ? options : options.withBindHost(host);
        options = data != null || options.dataFolder().isEmpty()
                ? options.withDataFolder(data == null ? DEFAULT_DATA : data)
                : options;
        options = designs == null ? options : options.withDesignFolders(designs);
        options = assets == null
                ? options
                : options.withEngineSettings(options.engineSettings().withAssetFolder(assets.toAbsolutePath()));
        return engine == null ? options : options.withEngine(engine);
    }

    private static MockServer start(ServerOptions options) {
        try {
            return MockServer.start(options);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw new CommandFailure(
                    isPortTaken(e)
                            ? "port " + options.port() + " of " + options.bindHost()
                                    + " cannot be had; perhaps it is in use: choose another with --port"
                            : String.valueOf(e.getMessage()),
                    e);
        }
    }

    private static boolean isPortTaken(Throwable problem) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
