package dev.canvelete.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.api.webhook.WebhookSignature;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Lifetime;
import dev.canvelete.client.webhook.WebhookReceiver;
import dev.canvelete.client.webhook.WebhookVerifier;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that run until they are told to end: webhooks listen, watch. */
class ListeningCommandsTest {
    private static final byte[] EVENT =
            "{\"eventId\":\"evt_1\",\"eventType\":\"x.y\",\"timestamp\":\"2026-11-24T12:00:00Z\",\"data\":{\"a\":1}}"
                    .getBytes(UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder = Path.of("");

    /** A port that was free a moment ago, for commands that print theirs only when they have begun. */
    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int post(URI to, String secret) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofByteArray(EVENT));
        WebhookSignature.sign(SignatureStyle.TIMESTAMPED, List.of(secret), "evt_1", Instant.now(), EVENT)
                .forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void printsForwardsAndKeepsWebhooksAndDeliversThemAgain() throws Exception {
        int port = freePort();
        URI here = URI.create("http://127.0.0.1:" + port + "/webhook");
        Lifetime twoDeliveries = server -> {
            try (server) {
                assertThat(post(here, "secret-1")).isEqualTo(204);
                assertThat(post(here, "wrong")).isEqualTo(401);
            }
        };
        try (WebhookReceiver application = WebhookReceiver.start(WebhookVerifier.of("secret-1"))) {
            Run run = Run.of(
                    twoDeliveries,
                    "webhooks",
                    "listen",
                    "--port=" + port,
                    "--secret=secret-1",
                    "--forward-to=" + application.uri(),
                    "--save=" + folder);

            assertThat(run.out())
                    .contains("Listening for webhooks at " + here)
                    .contains("verified  x.y  evt_1  {\"a\":1}  -> 204")
                    .contains("refused  the signature is missing, wrong or too old");
            assertThat(application.events()).hasSize(1);

            String kept = folder.resolve("000001.json").toString();
            String to = "--to=" + application.uri();
            assertThat(Run.of("webhooks", "replay", kept, to).out()).endsWith("204\n");
            assertThat(Run.of("webhooks", "replay", kept, to, "--secret=secret-1", "--style=standard")
                            .code())
                    .isZero();
            assertThat(Run.of("webhooks", "replay", kept, to, "--secret=other").code())
                    .isEqualTo(ExitCode.FAILED);
            assertThat(application.events()).hasSize(3);
        }
    }

    @Test
    void wantsToKnowWhatToDeliverAgainAndWhere() {
        assertThat(Run.of("webhooks", "replay").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("webhooks", "replay", "a.json").err()).contains("either FILE with --to URL");
    }

    @Test
    void showsADesignAnewAfterEachChange() throws Exception {
        int port = freePort();
        Path design = folder.resolve("d.json");
        Files.writeString(design, "{\"id\":\"first\"}");
        Lifetime twoChanges = server -> {
            try (server) {
                watchItChange(design, "http://127.0.0.1:" + port + "/");
            }
        };

        Run run = Run.of(twoChanges, "watch", design.toString(), "--port=" + port, "--engine=echo");

        assertThat(run.out()).contains("Watching " + design, "drawn", "not drawn", "no JSON");
    }

    private void watchItChange(Path design, String address) throws Exception {
        HttpRequest events =
                HttpRequest.newBuilder(URI.create(address + "events")).build();
        HttpResponse<InputStream> stream = http.send(events, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
            assertThat(next(lines)).contains("no font Foo");
            Files.writeString(design, "{\"id\":\"the second\"}");
            assertThat(next(lines)).doesNotContain("problem");
            assertThat(get(address + "picture.png")).startsWith("the second");
            Files.writeString(design, "{");
            assertThat(next(lines)).contains("\"problem\":\"", "d.json:1: no JSON");
            assertThat(get(address + "picture.png")).startsWith("the second");
            assertThat(get(address)).contains("EventSource");
        }
    }

    private static String next(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (line != null && line.isEmpty()) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    private String get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "--port=" + taken.getLocalPort();

            assertThat(Run.of("webhooks", "listen", port).err()).contains("cannot be had; choose another with --port");
        }
    }
}
