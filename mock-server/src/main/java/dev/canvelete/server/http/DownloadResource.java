package dev.canvelete.server.http;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.server.artifact.Artifact;
import dev.canvelete.server.batch.Downloads;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The finished files, for whoever knows their unguessable names. */
@Path("/renders")
public final class DownloadResource {
    // An SVG may hold scripts, and it comes from the service's own address: the browser must not run them.
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

    private final Downloads downloads;

    public DownloadResource(Downloads downloads) {
        this.downloads = downloads;
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
        Artifact file = downloads.find(renderId, format).orElseThrow(DownloadResource::notFound);
        long size = file.size();
        String tag = "\"" + file.digest() + "\"";
        if (known != null && (known.strip().equals("*") || known.contains(tag))) {
            return head(Response.notModified(), renderId, file, format).build();
        }
        try {
            Optional<ByteRange> part = ByteRange.of(ifRange == null || ifRange.equals(tag) ? range : null, size);
            ByteRange bytes = part.orElse(new ByteRange(0, size - 1));
            Response.ResponseBuilder answer = head(
                            part.isPresent() ? Response.status(206) : Response.ok(), renderId, file, format)
                    .header(HttpHeaders.CONTENT_LENGTH, bytes.length())
                    .type(format.mediaType())
                    .entity((StreamingOutput) out -> file.copyTo(out, bytes.first(), bytes.length()));
            part.ifPresent(p -> answer.header("Content-Range", "bytes " + p.first() + "-" + p.last() + "/" + size));
            return answer.build();
        } catch (ByteRange.Unsatisfiable e) {
            return head(Response.status(416), renderId, file, format)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
    }

    private static Response.ResponseBuilder head(
            Response.ResponseBuilder answer, String renderId, Artifact file, OutputFormat format) {
        return answer.tag(new EntityTag(file.digest()))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Content-Security-Policy", POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + renderId + "." + format.extension() + "\"");
    }

    private static Refusal notFound() {
        return Refusal.of(ErrorCode.NOT_FOUND, "File not found");
    }
}
