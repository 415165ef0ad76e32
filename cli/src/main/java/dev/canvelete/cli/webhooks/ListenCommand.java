package dev.canvelete.cli.webhooks;

import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Lifetime;
import dev.canvelete.client.webhook.Delivery;
import dev.canvelete.client.webhook.WebhookReceiver;
import dev.canvelete.client.webhook.WebhookVerifier;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Receives webhooks until the process is told to end. */
@Command(
        name = "listen",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Receives webhooks, verifies and prints each of them, and forwards it, until Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  canvelete webhooks listen --port 9000",
            "  canvelete webhooks listen --forward-to http://localhost:3000/hooks --save deliveries",
            "",
            "What is forwarded is the delivery as it came, byte for byte and with its signature.",
            "Exit codes: 143 ended by SIGTERM, 130 by Ctrl-C; 1 could not start; 2 wrong usage."
        })
final class ListenCommand implements Callable<Integer> {
    private final Console console;
    private final Lifetime lifetime;
    private final AtomicLong count = new AtomicLong();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "9000",
            description = "0 for a free one; 9000 unless said")
    private int port = 9000;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "the address to listen on; 127.0.0.1 unless said")
    private String host = "127.0.0.1";

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            defaultValue = "whsec_local",
            description = "the endpoint's; may be repeated during a rotation; whsec_local unless said")
    private List<String> secrets = List.of();

    @Option(names = "--forward-to", paramLabel = "URL", description = "where each verified delivery is posted to")
    private @Nullable URI forwardTo;

    @Option(names = "--save", paramLabel = "DIR", description = "keep each delivery as a file, for replay")
    private @Nullable Path save;

    @Option(names = "--json", description = "print each delivery as one line of JSON")
    private boolean json;

    ListenCommand(Console console, Lifetime lifetime) {
        this.console = console;
        this.lifetime = lifetime;
    }

    @Override
    public Integer call() throws Exception {
        Poster poster = new Poster();
        WebhookReceiver receiver;
        try {
            receiver = WebhookReceiver.start(
                    WebhookVerifier.of(secrets.toArray(String[]::new)),
                    new InetSocketAddress(host, port),
                    delivery -> received(delivery, poster));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new CommandFailure("port " + port + " of " + host + " cannot be had; choose another with --port", e);
        }
        console.say("Listening for webhooks at "
                + console.paint().strong(receiver.uri().toString())
                + (forwardTo == null ? "" : ", forwarding to " + forwardTo) + "; Ctrl-C ends it");
        lifetime.run(receiver);
        return ExitCode.DONE;
    }

    private void received(Delivery delivery, Poster poster) {
        SavedDelivery saved = SavedDelivery.of(delivery);
        Path file = save == null ? null : save.resolve(String.format("%06d.json", count.incrementAndGet()));
        if (file != null) {
            saved.write(file);
        }
        String answer = forwardTo == null || delivery.event() == null
                ? null
                : poster.post(forwardTo, saved.headers(), delivery.body());
        if (json) {
            console.say(saved.line(delivery, answer));
        } else {
            console.say(text(delivery, answer, file));
        }
    }

    private String text(Delivery delivery, @Nullable String answer, @Nullable Path file) {
        WebhookEvent event = delivery.event();
        String what = event == null
                ? console.paint().bad("refused") + "  " + Objects.requireNonNullElse(delivery.refusal(), "")
                : console.paint().good("verified") + "  " + event.eventType() + "  " + event.eventId() + "  "
                        + event.data();
        return what + (answer == null ? "" : "  -> " + answer) + (file == null ? "" : "  " + file);
    }
}
