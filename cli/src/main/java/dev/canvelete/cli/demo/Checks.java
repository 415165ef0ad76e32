package dev.canvelete.cli.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.cli.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What must be true for the demonstration to be one. Each check throws a {@link CommandFailure} that says what is not. */
final class Checks {
    private Checks() {}

    /** Each result belongs to its piece, has a file or has failed as it should. */
    static void everyPieceEndedAsItShould(List<Piece> pieces, List<RenderResult> results) {
        require(results.size() == pieces.size(), results.size() + " results for " + pieces.size() + " renders");
        for (int i = 0; i < pieces.size(); i++) {
            endedAsItShould(pieces.get(i), results.get(i));
        }
    }

    private static void endedAsItShould(Piece piece, RenderResult result) {
        String asked = piece.request().templateId();
        require(
                Objects.equals(result.designId(), asked),
                piece.name() + " is of " + result.designId() + ", where " + asked + " was asked for");
        ErrorCode expected = piece.failsWith();
        boolean good = expected == null
                ? result.status() == RenderStatus.COMPLETED
                : code(result).equals(expected.name());
        require(
                good,
                piece.name() + " should have ended with " + (expected == null ? "a file" : expected) + ", but is "
                        + result.status().wireName() + ": " + reason(result));
    }

    /** The file is there, is not empty and begins as its format does; gives its size in bytes. */
    static long isWhole(Path file, Piece piece) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure(file + " is not there", e);
        }
        require(isA(piece.format(), bytes), file + " is no " + piece.format());
        return bytes.length;
    }

    /** The webhook tells of the same renders as the service's answer. */
    static void saysTheSame(BatchState told, BatchState known) {
        require(
                told.status() == known.status(),
                "the webhook says " + told.status() + ", the service " + known.status());
        require(
                told.renders().size() == known.renders().size(),
                "the webhook tells of " + told.renders().size() + " renders, the service of "
                        + known.renders().size());
        for (int i = 0; i < known.renders().size(); i++) {
            RenderResult a = told.renders().get(i);
            RenderResult b = known.renders().get(i);
            require(
                    a.renderId().equals(b.renderId())
                            && a.status() == b.status()
                            && code(a).equals(code(b))
                            && Objects.equals(a.downloadUrl(), b.downloadUrl()),
                    "the webhook and the service disagree about render " + i + ", " + b.renderId());
        }
    }

    /** Whether a file begins as one of that format does. */
    static boolean isA(OutputFormat format, byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 64), ISO_8859_1);
        return switch (format) {
            case PNG -> head.startsWith("\u0089PNG\r\n\u001a\n");
            case JPG -> head.startsWith("\u00ff\u00d8\u00ff");
            case WEBP -> head.startsWith("RIFF") && head.startsWith("WEBP", 8);
            case PDF -> head.startsWith("%PDF-");
            case SVG -> head.startsWith("<svg") || head.startsWith("<?xml");
        };
    }

    private static String code(RenderResult result) {
        ApiError error = result.error();
        return error == null ? "" : error.code();
    }

    private static String reason(RenderResult result) {
        ApiError error = result.error();
        return error == null ? "no reason given" : error.code() + ": " + error.message();
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new CommandFailure("the demo failed: " + otherwise);
        }
    }
}
