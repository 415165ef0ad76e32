package dev.canvelete.server.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The page itself: files of the jar, which nothing outside of it may change or be reached from. */
@Path("/")
public final class PageResource {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> assets = new TreeMap<>();

    public PageResource() {
        for (String name : Asset.NAMES) {
            assets.put(name, Asset.read(name));
        }
    }

    /** The page. */
    @GET
    public Response page(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return file("index.html", known);
    }

    /** What the page is made of. */
    @GET
    @Path("dashboard/{name}")
    public Response file(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new NotFoundException();
        }
        boolean unchanged = known != null && known.contains(asset.tag());
        return (unchanged ? Response.notModified() : Response.ok(asset.bytes()))
                .type(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .tag(new EntityTag(asset.tag()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    @SuppressWarnings("ArrayRecordComponent") // Written to the answer as it is.
    private record Asset(byte[] bytes, String tag) {
        static final String[] NAMES = {
            "index.html",
            "style.css",
            "icon.svg",
            "main.js",
            "dom.js",
            "api.js",
            "format.js",
            "list.js",
            "batches.js",
            "renders.js",
            "webhooks.js",
            "designs.js",
            "control.js",
            "journal.js"
        };

        static Asset read(String name) {
            try (InputStream file = Objects.requireNonNull(Asset.class.getResourceAsStream(name), name)) {
                byte[] bytes = file.readAllBytes();
                return new Asset(bytes, Integer.toHexString(Arrays.hashCode(bytes)));
            } catch (IOException e) {
                throw new UncheckedIOException("the page's file " + name, e);
            }
        }
    }
}
