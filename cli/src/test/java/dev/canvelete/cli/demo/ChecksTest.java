package dev.canvelete.cli.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.cli.console.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    private static final Piece GOOD =
            new Piece("good", RenderRequest.ofTemplate("t").format(OutputFormat.PNG), null);
    private static final Piece BAD = new Piece("bad", RenderRequest.ofTemplate("t"), ErrorCode.DESIGN_NOT_FOUND);
    private static final RenderResult COMPLETED = result("render_1", RenderStatus.COMPLETED, "t", null);
    private static final RenderResult FAILED = result("render_2", RenderStatus.FAILED, "t", "DESIGN_NOT_FOUND");

    private static RenderResult result(String id, RenderStatus status, String design, @Nullable String code) {
        ApiError error = code == null ? null : new ApiError(code, "message", null);
        String url = code == null ? "/renders/" + id : null;
        return new RenderResult(
                id, status, design, null, url, error, null, null, null, null, null, null, null, null, null);
    }

    private static BatchState batch(RenderStatus status, RenderResult... renders) {
        return new BatchState("batch_1", status, renders.length, 0, 0, null, null, List.of(renders));
    }

    @Test
    void passesWhatEndedAsItShould() {
        Checks.everyPieceEndedAsItShould(List.of(GOOD, BAD), List.of(COMPLETED, FAILED));
    }

    @Test
    void refusesWhatDidNot() {
        RenderResult otherDesign = result("render_1", RenderStatus.COMPLETED, "u", null);
        RenderResult otherError = result("render_2", RenderStatus.FAILED, "t", "RENDER_FAILED");
        Map<Piece, RenderResult> wrong = Map.of(GOOD, FAILED, BAD, COMPLETED);

        wrong.forEach((piece, result) -> refuses(List.of(piece), List.of(result)));
        refuses(List.of(GOOD), List.of(otherDesign));
        refuses(List.of(BAD), List.of(otherError));
        refuses(List.of(GOOD, BAD), List.of(COMPLETED));
    }

    private static void refuses(List<Piece> pieces, List<RenderResult> results) {
        assertThatThrownBy(() -> Checks.everyPieceEndedAsItShould(pieces, results))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("the demo failed: ");
    }

    @Test
    void comparesTheWebhookWithTheService() {
        BatchState known = batch(RenderStatus.COMPLETED, COMPLETED, FAILED);

        Checks.saysTheSame(batch(RenderStatus.COMPLETED, COMPLETED, FAILED), known);

        for (BatchState told : List.of(
                batch(RenderStatus.FAILED, COMPLETED, FAILED),
                batch(RenderStatus.COMPLETED, COMPLETED),
                batch(RenderStatus.COMPLETED, FAILED, COMPLETED))) {
            assertThatThrownBy(() -> Checks.saysTheSame(told, known)).isInstanceOf(CommandFailure.class);
        }
    }

    @Test
    void knowsFormatsByTheirFirstBytes() {
        Map<OutputFormat, String> heads = Map.of(
                OutputFormat.PNG, "\u0089PNG\r\n\u001a\n…",
                OutputFormat.JPG, "\u00ff\u00d8\u00ff\u00e0",
                OutputFormat.WEBP, "RIFF1234WEBPVP8",
                OutputFormat.PDF, "%PDF-1.7",
                OutputFormat.SVG, "<svg xmlns=");

        heads.forEach((format, head) -> {
            for (OutputFormat other : OutputFormat.values()) {
                assertThat(Checks.isA(other, head.getBytes(ISO_8859_1)))
                        .as("%s as %s", format, other)
                        .isEqualTo(format == other);
            }
            assertThat(Checks.isA(format, new byte[0])).isFalse();
        });
    }

    @Test
    void wantsAFileToBeThereAndWhole(@TempDir Path folder) throws Exception {
        Path html = Files.writeString(folder.resolve("a.png"), "<html>");

        assertThatThrownBy(() -> Checks.isWhole(html, GOOD)).hasMessageContaining("is no PNG");
        assertThatThrownBy(() -> Checks.isWhole(folder.resolve("b.png"), GOOD)).hasMessageContaining("is not there");
    }
}
