package dev.canvelete.server.http;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.asset.AssetFiles;
import dev.canvelete.server.asset.AssetStore;
import dev.canvelete.server.error.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Uploaded assets, stock images and icons, for whoever knows their names. */
@Path("/assets")
public final class AssetFileResource {
    // As with finished files: an SVG may hold scripts, and the browser must not run them.
    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final AssetFiles files;

    public AssetFileResource(AssetFiles files) {
        this.files = files;
    }

    /** A file, whole. */
    @GET
    @Path("{name: .+}")
    public Response get(@PathParam("name") String name) {
        AssetStore.Content file = files.find(name).orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "File not found"));
        return Response.ok(file.bytes(), file.format().mediaType())
                .header("Cache-Control", "public, max-age=86400")
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
