package dev.canvelete.cli.demo;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.Paint;
import dev.canvelete.client.BatchResults;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tells what happens, as it happens. */
final class Account {
    private final Console console;
    private final Paint paint;

    Account(Console console) {
        this.console = console;
        this.paint = console.paint();
    }

    void begins() {
        console.say("");
        console.say(paint.strong("  Canvelete Local: one batch, from the client to the files"));
        console.say("");
    }

    void serverIsReady(URI address, String engine, Duration after) {
        step("Server", "ready at " + address + " after " + seconds(after) + ", engine " + engine);
    }

    void sends(List<Piece> pieces) {
        long failing = pieces.stream().filter(p -> p.failsWith() != null).count();
        step(
                "Client",
                "sends one batch of " + pieces.size() + " renders: certificates (PDF), badges (PNG), product cards"
                        + " (PNG, JPG)");
        step("", "and " + failing + " that must fail, because its template is nowhere");
    }

    void batchEnded(BatchResults results, Duration after) {
        step(
                "Batch",
                results.batches().get(0).batchId() + " ended after " + seconds(after) + ": "
                        + results.successful().size() + " completed, "
                        + results.failed().size() + " failed");
        console.say("");
    }

    void saved(Piece piece, RenderResult result, long bytes) {
        Long millis = result.renderTime();
        console.say("    " + paint.good("ok") + "      "
                + String.format(Locale.ROOT, "%-34s %9s", piece.file(), kilobytes(bytes))
                + paint.faint(millis == null ? "" : String.format(Locale.ROOT, " %7d ms", millis)));
    }

    void failedOnPurpose(Piece piece, RenderResult result) {
        ApiError error = result.error();
        console.say("    " + paint.bad("failed") + "  " + String.format(Locale.ROOT, "%-34s ", piece.name())
                + (error == null ? "" : error.code() + ": " + error.message()) + paint.faint(" (on purpose)"));
    }

    void webhookCame(WebhookEvent event, int renders) {
        console.say("");
        step(
                "Webhook",
                event.eventType() + " " + event.eventId() + ", " + paint.good("signature verified")
                        + ", tells the same of all " + renders + " renders");
    }

    void ends(Path folder) {
        step("Files", folder.toString());
        console.say("");
        console.say("  Next:  ./canvelete render certificate_template -o certificate.pdf");
        console.say("         ./canvelete serve");
        console.say("");
    }

    private void step(String what, String text) {
        console.say("  " + paint.strong(String.format(Locale.ROOT, "%-9s", what)) + text);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
    }
}
