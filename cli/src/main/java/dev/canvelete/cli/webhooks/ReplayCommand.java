package dev.canvelete.cli.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.server.ServerConnection;
import dev.canvelete.client.CanveleteClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Delivers saved webhooks again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Delivers webhooks again: those that listen --save kept, byte for byte, or those of a server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  canvelete webhooks replay deliveries/*.json --to http://localhost:3000/hooks --secret whsec_local",
            "  canvelete webhooks replay --delivery dlv_123",
            "",
            "Exit codes: 0 every one was answered with 2xx, 1 one was not, 2 wrong usage."
        })
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "saved deliveries")
    private List<Path> files = List.of();

    @Option(names = "--to", paramLabel = "URL", description = "where saved deliveries are posted to")
    private @Nullable URI to;

    @Option(names = "--delivery", paramLabel = "ID", description = "let the server send this one again")
    private List<String> deliveries = List.of();

    @Mixin
    private ServerConnection connection = new ServerConnection();

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            description = "sign them anew, now; without it they keep their signatures, which may be too old by now")
    private @Nullable String secret;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            defaultValue = "sha256",
            description = "how they are signed anew: ${COMPLETION-CANDIDATES}; sha256 unless said")
    private SignatureStyle style = SignatureStyle.SHA256;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (command != null && ((files.isEmpty() && deliveries.isEmpty()) || files.isEmpty() != (to == null))) {
            throw new ParameterException(
                    command.commandLine(), "either FILE with --to URL, or --delivery ID, or both are right");
        }
        if (!deliveries.isEmpty()) {
            try (CanveleteClient client = connection.client(console)) {
                deliveries.forEach(client.webhooks()::redeliver);
            }
        }
        return to == null || post(to) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private boolean post(URI address) {
        Poster poster = new Poster();
        boolean all = true;
        for (Path file : files) {
            SavedDelivery saved = SavedDelivery.read(file);
            String answer = poster.post(address, headers(saved), saved.body().getBytes(UTF_8));
            boolean taken = answer.startsWith("2");
            all &= taken;
            console.say(file + "  "
                    + (taken ? console.paint().good(answer) : console.paint().bad(answer)));
        }
        return all;
    }

    private Map<String, String> headers(SavedDelivery saved) {
        if (secret == null) {
            return saved.headers();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        saved.headers().forEach((name, value) -> {
            boolean signature = name.equals("x-canvelete-signature")
                    || name.equals("x-canvelete-timestamp")
                    || name.startsWith("webhook-");
            if (!signature) {
                headers.put(name, value);
            }
        });
        headers.putAll(WebhookSignature.sign(
                style,
                List.of(secret),
                eventId(saved),
                InstantSource.system().instant(),
                saved.body().getBytes(UTF_8)));
        return headers;
    }

    private static String eventId(SavedDelivery saved) {
        try {
            return Json.mapper().readTree(saved.body()).path("eventId").asText("evt_replayed");
        } catch (IOException e) {
            throw new CommandFailure("a saved delivery without a JSON body", e);
        }
    }
}
