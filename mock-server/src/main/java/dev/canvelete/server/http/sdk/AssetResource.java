package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.asset.AssetLibrary;
import dev.canvelete.server.asset.AssetStore;
import dev.canvelete.server.asset.AssetType;
import dev.canvelete.server.asset.AssetUrls;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.Form;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.JsonBody;
import dev.canvelete.server.http.Multipart;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the caller has uploaded: {@code /api/assets}. */
@Path("/api/assets")
@Produces(MediaType.APPLICATION_JSON)
public final class AssetResource {
    /** Jersey would take a GET of "upload" for one of an asset of that name. */
    private static final String ASSET = "{assetId: (?!upload)[^/]+}";

    private final AssetLibrary library;
    private final AssetUrls urls;
    private final AssetJson json;
    private final IdempotencyKeys keys;

    public AssetResource(AssetLibrary library, AssetUrls urls, IdempotencyKeys keys) {
        this.library = library;
        this.urls = urls;
        this.json = new AssetJson(urls);
        this.keys = keys;
    }

    /** One page of the uploaded assets, newest first, where the MCP server looks for it. */
    @GET
    public Data<List<AssetJson.Uploaded>> list(
            @Context ContainerRequestContext request,
            @BeanParam PageQuery query,
            @QueryParam("type") @Nullable String type) {
        AssetType only = type == null || type.isBlank() ? null : UploadForm.type(type);
        AssetStore.Page found = library.list(Caller.account(request), only, query.page(), query.limit());
        return Data.page(found.assets().stream().map(json::of).toList(), query, found.total());
    }

    /** One asset. */
    @GET
    @Path(ASSET)
    public Data<AssetJson.Uploaded> get(@Context ContainerRequestContext request, @PathParam("assetId") String id) {
        return Data.of(json.of(library.get(Caller.account(request), id)));
    }

    /** Removes an asset. */
    @DELETE
    @Path(ASSET)
    public Success delete(@Context ContainerRequestContext request, @PathParam("assetId") String id) {
        library.delete(Caller.account(request), id);
        return Success.DONE;
    }

    /** Takes a file in as JSON. */
    @POST
    @Path("upload")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<AssetJson.Uploaded> upload(@Context ContainerRequestContext request, InputStream body) {
        return upload(request, UploadForm.read(JsonBody.read(body)));
    }

    /** Takes a file in as a form. */
    @POST
    @Path("upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Data<AssetJson.Uploaded> upload(
            @Context ContainerRequestContext request,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body) {
        try (Multipart form = Multipart.read(body, contentType)) {
            return upload(request, UploadForm.read(form));
        }
    }

    private Data<AssetJson.Uploaded> upload(ContainerRequestContext request, UploadForm form) {
        return Data.of(keys.of(request, form.content())
                .answer(
                        AssetJson.Uploaded.class,
                        () -> json.of(library.upload(Caller.account(request), form.name(), form.type(), form.file()))));
    }

    /** Says where a file is to be sent, as the Python client does it. */
    @POST
    @Path("upload-signature")
    @Consumes(MediaType.APPLICATION_JSON)
    public Signature sign(@Context ContainerRequestContext request, InputStream body) {
        List<Fault> faults = new ArrayList<>();
        ObjectNode content = JsonBody.read(body);
        Form form = new Form(content, "", faults);
        String name = UploadForm.name(form, "filename");
        AssetType type = Objects.requireNonNullElse(UploadForm.type(form), AssetType.IMAGE);
        Refusal.throwIfFaulty(faults);
        return keys.of(request, content).answer(Signature.class, () -> {
            String id = library.reserve(Caller.account(request), name, type);
            return new Signature(urls.upload(id), Json.object().put("public_id", id));
        });
    }

    /** Takes a file that was sent there into the library. */
    @POST
    @Path("upload-complete")
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<AssetJson.Uploaded> complete(@Context ContainerRequestContext request, InputStream body) {
        List<Fault> faults = new ArrayList<>();
        ObjectNode content = JsonBody.read(body);
        Form form = new Form(content, "", faults);
        String name = UploadForm.name(form, "name");
        String id = UploadForm.name(form, "cloudinaryPublicId");
        Refusal.throwIfFaulty(faults);
        return Data.of(keys.of(request, content)
                .answer(AssetJson.Uploaded.class, () -> json.of(library.complete(Caller.account(request), id, name))));
    }

    /** @param uploadData goes along with the file */
    record Signature(String uploadUrl, ObjectNode uploadData) {}
}
