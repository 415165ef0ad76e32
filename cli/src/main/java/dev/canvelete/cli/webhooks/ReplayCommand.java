package dev.canvelete.cli.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Delivers saved webhooks again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Delivers webhooks again that listen --save kept, byte for byte.",
        footerHeading = "%nExample:%n",
        footer = {
            "  canvelete webhooks replay deliveries/*.json --to http://localhost:3000/hooks --secret whsec_local",
            "",
            "Exit codes: 0 every one was answered with 2xx, 1 one was not, 2 wrong usage."
        })
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "saved deliveries")
    private List<Path> files = List.of();

    @Option(names = "--to", paramLabel = "URL", required = true, description = "where they are posted to")
    private URI to = URI.create("");

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
        Poster poster = new Poster();
        boolean all = true;
        for (Path file : files) {
            SavedDelivery saved = SavedDelivery.read(file);
            String answer = poster.post(to, headers(saved), saved.body().getBytes(UTF_8));
            boolean taken = answer.startsWith("2");
            all &= taken;
            console.say(file + "  "
                    + (taken ? console.paint().good(answer) : console.paint().bad(answer)));
        }
        return all ? ExitCode.DONE : ExitCode.FAILED;
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
