package dev.canvelete.server.http.sdk;

import dev.canvelete.api.engine.FontInfo;
import dev.canvelete.server.asset.AssetUrls;
import dev.canvelete.server.asset.Icons;
import dev.canvelete.server.asset.StockImages;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the service offers to everybody: fonts, stock images, icons, and the last two under other names. */
@Path("/api/assets")
@Produces(MediaType.APPLICATION_JSON)
public final class OfferResource {
    private final StockImages stock;
    private final Icons icons;
    private final Supplier<List<FontInfo>> fonts;
    private final AssetJson json;

    /** @param fonts the families that renders are drawn with; asked only when somebody wants the list */
    public OfferResource(StockImages stock, Icons icons, Supplier<List<FontInfo>> fonts, AssetUrls urls) {
        this.stock = stock;
        this.icons = icons;
        this.fonts = fonts;
        this.json = new AssetJson(urls);
    }

    /** The font families, of one category or of all. */
    @GET
    @Path("fonts")
    public Data<List<FontInfo>> fonts(@QueryParam("category") @Nullable String category) {
        return Data.of(fonts.get().stream()
                .filter(font -> category == null
                        || category.isBlank()
                        || font.category().equalsIgnoreCase(category.strip().replace(' ', '-')))
                .toList());
    }

    /** Stock images. */
    @GET
    @Path("stock-images")
    public Data<List<AssetJson.Stock>> stockImages(
            @BeanParam PageQuery page, @QueryParam("query") @DefaultValue("") String query) {
        return page.page(stock.search(query).stream().map(json::of).toList());
    }

    /** Icons. */
    @GET
    @Path("icons")
    public Data<List<AssetJson.Offer>> icons(
            @BeanParam PageQuery page, @QueryParam("query") @DefaultValue("") String query) {
        return page.page(icons.search(query).stream().map(json::icon).toList());
    }

    /** Clipart, which is the icons. */
    @GET
    @Path("clipart")
    public Data<List<AssetJson.Offer>> clipart(
            @BeanParam PageQuery page,
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("tag") @DefaultValue("") String tag) {
        return icons(page, query + " " + (tag.equals("all") ? "" : tag));
    }

    /** Illustrations, which are the stock images. */
    @GET
    @Path("illustrations")
    public Data<List<AssetJson.Offer>> illustrations(
            @BeanParam PageQuery page,
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("category") @DefaultValue("") String category) {
        String words = query + " " + (category.equals("all") ? "" : category);
        return page.page(stock.search(words).stream().map(json::illustration).toList());
    }
}
