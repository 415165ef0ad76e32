package dev.canvelete.server.http.sdk;

import dev.canvelete.server.error.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The library: {@code /api/assets/library}, which the MCP server also searches the service's offers in. */
@Path("/api/assets/library")
@Produces(MediaType.APPLICATION_JSON)
public final class LibraryResource {
    private final AssetResource assets;
    private final OfferResource offers;

    public LibraryResource(AssetResource assets, OfferResource offers) {
        this.assets = assets;
        this.offers = offers;
    }

    /** One page of what was uploaded or, with a source, of what that offers. */
    @GET
    public Object list(
            @Context ContainerRequestContext request,
            @BeanParam PageQuery page,
            @QueryParam("type") @Nullable String type,
            @QueryParam("source") @DefaultValue("") String source,
            @QueryParam("query") @DefaultValue("") String query) {
        return switch (source) {
            case "" -> assets.list(request, page, type);
            case "pixabay", "unsplash" -> offers.stockImages(page, query);
            case "iconify" -> offers.icons(page, query);
            case "clipart" -> offers.clipart(page, query, "");
            case "illustrations" -> offers.illustrations(page, query, "");
            default ->
                throw Refusal.invalid("source", "one of pixabay, unsplash, iconify, clipart, illustrations is right");
        };
    }
}
