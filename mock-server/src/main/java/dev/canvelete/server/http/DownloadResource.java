package dev.canvelete.server.http;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.error.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The finished files, for whoever knows their unguessable names. */
@Path("/renders")
public final class DownloadResource {
    // An SVG may hold scripts, and it comes from the service's own address: the browser must not run them.
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

    private final ArtifactStore artifacts;

    public DownloadResource(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /** A file or a part of it. */
    @GET
    @Path("{renderId}.{extension}")
    public Response get(
            @PathParam("renderId") String renderId,
            @PathParam("extension") String extension,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange)
            throws IOException {
        OutputFormat format = OutputFormat.named(extension).orElseThrow(DownloadResource::notFound);
        java.nio.file.Path file = artifacts.find(renderId, format).orElseThrow(DownloadResource::notFound);
        long size = Files.size(file);
        // A render's file never changes, so its id is as good a tag as a digest of its bytes.
        String tag = "\"" + renderId + "-" + Long.toHexString(size) + "\"";
        if (known != null && (known.strip().equals("*") || known.contains(tag))) {
            return head(Response.notModified(), renderId, size, format).build();
        }
        try {
            Optional<ByteRange> part = ByteRange.of(ifRange == null || ifRange.equals(tag) ? range : null, size);
            ByteRange bytes = part.orElse(new ByteRange(0, size - 1));
            Response.ResponseBuilder answer = head(
                            part.isPresent() ? Response.status(206) : Response.ok(), renderId, size, format)
                    .header(HttpHeaders.CONTENT_LENGTH, bytes.length())
                    .type(format.mediaType())
                    .entity(copy(file, bytes));
            part.ifPresent(p -> answer.header("Content-Range", "bytes " + p.first() + "-" + p.last() + "/" + size));
            return answer.build();
        } catch (ByteRange.Unsatisfiable e) {
            return head(Response.status(416), renderId, size, format)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
    }

    private static Response.ResponseBuilder head(
            Response.ResponseBuilder answer, String renderId, long size, OutputFormat format) {
        return answer.tag(new EntityTag(renderId + "-" + Long.toHexString(size)))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Content-Security-Policy", POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + renderId + "." + format.extension() + "\"");
    }

    private static StreamingOutput copy(java.nio.file.Path file, ByteRange bytes) {
        return out -> {
            WritableByteChannel target = Channels.newChannel(out);
            try (FileChannel source = FileChannel.open(file)) {
                long sent = 0;
                while (sent < bytes.length()) {
                    sent += source.transferTo(bytes.first() + sent, bytes.length() - sent, target);
                }
            }
        };
    }

    private static Refusal notFound() {
        return Refusal.of(ErrorCode.NOT_FOUND, "File not found");
    }
}
