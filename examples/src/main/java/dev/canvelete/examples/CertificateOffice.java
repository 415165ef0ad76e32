package dev.canvelete.examples;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.client.BatchOptions;
import dev.canvelete.client.CanveleteClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Issues certificates: sends what failed once more, and counts each batch that has ended once. Thread-safe. */
public final class CertificateOffice implements AutoCloseable {
    private static final int MOST_ROUNDS = 3;

    private final CanveleteClient canvelete;
    private final BatchOptions options;
    private final Set<String> events = ConcurrentHashMap.newKeySet();

    public CertificateOffice(URI api, String key, URI webhook) {
        this.canvelete =
                CanveleteClient.builder().baseUrl(api.toString()).apiKey(key).build();
        this.options = BatchOptions.standard().withWebhook(webhook.toString());
    }

    /** A certificate for each name, by name; a name is missing if its certificate failed three times. */
    public Map<String, RenderResult> issue(List<String> names) {
        Map<String, RenderResult> issued = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(names);
        for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
            List<String> asked = List.copyOf(left);
            List<RenderResult> results = canvelete
                    .render()
                    .batch(asked.stream().map(CertificateOffice::certificate).toList(), options);
            for (int i = 0; i < asked.size(); i++) {
                if (results.get(i).status() == RenderStatus.COMPLETED) {
                    issued.put(asked.get(i), results.get(i));
                    left.remove(asked.get(i));
                }
            }
        }
        return issued;
    }

    private static RenderRequest certificate(String name) {
        return RenderRequest.ofTemplate("certificate_template")
                .format(OutputFormat.PDF)
                .data("name", name);
    }

    /** Takes an event, which may come more than once. */
    public void onEvent(WebhookEvent event) {
        events.add(event.eventId());
    }

    /** How many batches have ended. */
    public int endedBatches() {
        return events.size();
    }

    @Override
    public void close() {
        canvelete.close();
    }
}
