package dev.canvelete.cli.server;

import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.client.CanveleteClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which server a command speaks to, and with which key. */
public final class ServerConnection {
    private static final String DEFAULT_SERVER = "http://127.0.0.1:8080";
    private static final String LOCAL_KEY = "cvt_test_enterprise";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "the service; $CANVELETE_URL, or else " + DEFAULT_SERVER + ", unless said")
    private @Nullable String server;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the API key; $CANVELETE_API_KEY unless said, or else, on this machine, " + LOCAL_KEY)
    private @Nullable String key;

    /**
     * A client; what it has to wait for is said as a warning.
     *
     * @throws CommandFailure if the address or the key is missing or malformed
     */
    public CanveleteClient client(Console console) {
        return client(console, System.getenv());
    }

    CanveleteClient client(Console console, Map<String, String> environment) {
        String address =
                Objects.requireNonNullElseGet(server, () -> environment.getOrDefault("CANVELETE_URL", DEFAULT_SERVER));
        String secret = key == null ? environment.get("CANVELETE_API_KEY") : key;
        try {
            if (secret == null && !isLocal(address)) {
                throw new CommandFailure("no API key for " + address + "; --key or $CANVELETE_API_KEY gives one");
            }
            return CanveleteClient.builder()
                    .apiKey(secret == null ? LOCAL_KEY : secret)
                    .baseUrl(address)
                    .onWait((why, howLong) -> told(console, why, howLong))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--server " + address + ": " + e.getMessage(), e);
        }
    }

    private static void told(Console console, String why, Duration howLong) {
        if (howLong.compareTo(Duration.ofSeconds(2)) > 0) {
            console.warn("waits " + howLong.toSeconds() + " s: " + why);
        }
    }

    private static boolean isLocal(String address) {
        String host = Objects.requireNonNullElse(URI.create(address).getHost(), "");
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }
}
