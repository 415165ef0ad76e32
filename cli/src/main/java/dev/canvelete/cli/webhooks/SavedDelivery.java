package dev.canvelete.cli.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.output.OutputFile;
import dev.canvelete.client.webhook.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as a file: the headers that belong to it, and the body as text, byte for byte.
 *
 * @param headers by lower-case name
 */
record SavedDelivery(Map<String, String> headers, String body) {
    static SavedDelivery of(Delivery delivery) {
        Map<String, String> headers = delivery.headers().entrySet().stream()
                .filter(e -> belongs(e.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(
                        e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        return new SavedDelivery(headers, new String(delivery.body(), UTF_8));
    }

    /** Whether a header is the event's, and not the connection's. */
    private static boolean belongs(String header) {
        return header.equals("content-type") || header.startsWith("x-canvelete-") || header.startsWith("webhook-");
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws CommandFailure if it is none
     */
    static SavedDelivery read(Path file) {
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), SavedDelivery.class);
        } catch (IOException e) {
            throw new CommandFailure(file + " is no saved delivery: " + OutputFile.reason(e), e);
        }
    }

    void write(Path file) {
        OutputFile.write(file, (Json.tree(this).toPrettyString() + "\n").getBytes(UTF_8));
    }

    /** The delivery as one line of JSON. */
    String line(Delivery delivery, @Nullable String answer) {
        WebhookEvent event = delivery.event();
        ObjectNode line = Json.object().put("verified", event != null);
        if (event == null) {
            line.put("refusal", delivery.refusal()).put("body", body);
        } else {
            line.set("event", Json.tree(event));
        }
        return (answer == null ? line : line.put("forwarded", answer)).toString();
    }
}
