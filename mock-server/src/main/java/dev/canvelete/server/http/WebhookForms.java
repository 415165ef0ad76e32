package dev.canvelete.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.webhook.endpoint.Endpoint;
import dev.canvelete.server.webhook.endpoint.EndpointSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads webhook endpoints, and refuses them with every fault that they have. */
public final class WebhookForms {
    private static final int SHORTEST_SECRET = 8;
    private static final int LONGEST_OVERLAP = (int) Duration.ofDays(7).toSeconds();
    private static final int OVERLAP = (int) Duration.ofDays(1).toSeconds();

    private final ObjectNode body;
    private final List<Fault> faults = new ArrayList<>();
    private final Form form;

    public WebhookForms(ObjectNode body) {
        this.body = body;
        this.form = new Form(body, "", faults);
    }

    /**
     * The settings that the body asks for.
     *
     * @param present what holds where the body says nothing; null for a new endpoint
     * @throws Refusal listing every fault
     */
    public EndpointSettings settings(@Nullable EndpointSettings present) {
        EndpointSettings settings = new EndpointSettings(
                url(present == null ? null : present.url()),
                body.has("description") || present == null ? form.text("description") : present.description(),
                events(present == null ? List.of(Endpoint.EVERYTHING) : present.events()),
                style(present == null ? SignatureStyle.SHA256 : present.style()),
                Objects.requireNonNullElse(form.flag("enabled"), present == null || present.enabled()));
        Refusal.throwIfFaulty(faults);
        return settings;
    }

    /**
     * The secret that the caller chose; null if it leaves that to the service.
     *
     * @throws Refusal if it is too short, or not of printable ASCII characters
     */
    public @Nullable String secret() {
        String secret = form.text("secret");
        if (secret != null && (secret.length() < SHORTEST_SECRET || !secret.matches("[!-~]+"))) {
            form.fault(
                    "secret", "at least " + SHORTEST_SECRET + " printable ASCII characters without spaces are right");
        }
        Refusal.throwIfFaulty(faults);
        return secret;
    }

    /**
     * How long the present secret signs as well, from the field {@code overlapSeconds}; a day unless said.
     *
     * @throws Refusal if it is out of range
     */
    public Duration overlap() {
        Integer seconds = form.integer("overlapSeconds", 0, LONGEST_OVERLAP);
        Refusal.throwIfFaulty(faults);
        return Duration.ofSeconds(Objects.requireNonNullElse(seconds, OVERLAP));
    }

    private String url(@Nullable String present) {
        String url = body.has("url") || present == null ? form.text("url") : present;
        if (url == null || !WebUrl.isHttp(url)) {
            if (faults.isEmpty()) {
                form.fault("url", "an http or https URL without a user name is right");
            }
            return "";
        }
        return url;
    }

    private List<String> events(List<String> present) {
        JsonNode list = form.json("events");
        if (list == null) {
            return present;
        }
        Set<String> events = new LinkedHashSet<>();
        list.forEach(event -> events.add(event.asText()));
        boolean known = events.stream()
                .allMatch(event -> event.equals(Endpoint.EVERYTHING) || EventTypes.SUBSCRIBABLE.contains(event));
        if (!list.isArray() || events.isEmpty() || !known) {
            form.fault(
                    "events",
                    EventTypes.SUBSCRIBABLE.stream()
                            .collect(Collectors.joining(", ", "a list of some of ", ", or [\"*\"] is right")));
        }
        return List.copyOf(events);
    }

    private SignatureStyle style(SignatureStyle present) {
        String name = form.text("signatureStyle");
        Boolean timestamp = form.flag("signatureTimestamp");
        SignatureStyle style =
                switch (Objects.requireNonNullElse(name, name(present))) {
                    case "sha256" -> SignatureStyle.SHA256;
                    case "timestamped" -> SignatureStyle.TIMESTAMPED;
                    case "standard" -> SignatureStyle.STANDARD;
                    case "plain" ->
                        Objects.requireNonNullElse(timestamp, present == SignatureStyle.PLAIN_TIMESTAMPED)
                                ? SignatureStyle.PLAIN_TIMESTAMPED
                                : SignatureStyle.PLAIN;
                    default -> {
                        form.fault("signatureStyle", "one of sha256, timestamped, plain, standard is right");
                        yield present;
                    }
                };
        if (timestamp != null && !name(style).equals("plain")) {
            form.fault("signatureTimestamp", "it goes with the style plain only; the others decide it themselves");
        }
        return style;
    }

    /** The style as it is written in requests and answers. */
    public static String name(SignatureStyle style) {
        return switch (style) {
            case SHA256 -> "sha256";
            case TIMESTAMPED -> "timestamped";
            case PLAIN, PLAIN_TIMESTAMPED -> "plain";
            case STANDARD -> "standard";
        };
    }
}
