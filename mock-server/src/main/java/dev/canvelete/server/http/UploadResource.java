package dev.canvelete.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.canvelete.server.asset.Asset;
import dev.canvelete.server.asset.AssetLibrary;
import dev.canvelete.server.asset.AssetUrls;
import dev.canvelete.server.asset.ImageSize;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where clients send files that they have a signed address for; it stands for the cloud storage of the real service,
 * answers as that does, and needs no key.
 */
@Path("/uploads")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadResource {
    private final AssetLibrary library;
    private final AssetUrls urls;

    public UploadResource(AssetLibrary library, AssetUrls urls) {
        this.library = library;
        this.urls = urls;
    }

    /** Stores the file. */
    @POST
    @Path("{uploadId}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Stored upload(
            @PathParam("uploadId") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        try (Multipart form = Multipart.read(body, contentType)) {
            Asset asset = library.fill(id, form.file("file"));
            ImageSize pixels = asset.pixels();
            return new Stored(
                    asset.id(),
                    urls.of(asset),
                    asset.format().extension(),
                    asset.size(),
                    pixels == null ? null : pixels.width(),
                    pixels == null ? null : pixels.height());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Stored(
            @JsonProperty("public_id") String publicId,
            @JsonProperty("secure_url") String secureUrl,
            String format,
            long bytes,
            @Nullable Integer width,
            @Nullable Integer height) {}
}
