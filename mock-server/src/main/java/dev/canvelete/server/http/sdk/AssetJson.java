package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.canvelete.server.asset.Asset;
import dev.canvelete.server.asset.AssetType;
import dev.canvelete.server.asset.AssetUrls;
import dev.canvelete.server.asset.Icons;
import dev.canvelete.server.asset.ImageSize;
import dev.canvelete.server.asset.StockImages;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assets and offers as the clients read them. */
record AssetJson(AssetUrls urls) {
    Uploaded of(Asset asset) {
        ImageSize pixels = asset.pixels();
        return new Uploaded(
                asset.id(),
                asset.name(),
                asset.format().type(),
                urls.of(asset),
                asset.format().extension(),
                asset.size(),
                pixels == null ? null : pixels.width(),
                pixels == null ? null : pixels.height(),
                asset.createdAt(),
                asset.createdAt());
    }

    Stock of(StockImages.Image image) {
        return new Stock(
                "stock_" + image.name(),
                image.tags(),
                urls.of(image.preview()),
                urls.of(image.web()),
                urls.of(image.large()),
                StockImages.Image.WIDTH,
                StockImages.Image.HEIGHT);
    }

    Offer icon(Icons.Icon icon) {
        return new Offer("icon_24px_" + icon.name(), icon.name(), urls.of(icon.file()), icon.tags());
    }

    /** A stock image for whoever wants no more of it than an icon has. */
    Offer illustration(StockImages.Image image) {
        List<String> tags = List.of(image.tags().split(", "));
        return new Offer("illustration_" + image.name(), image.name(), urls.of(image.large()), tags);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Uploaded(
            String id,
            String name,
            AssetType type,
            String url,
            String format,
            long size,
            @Nullable Integer width,
            @Nullable Integer height,
            Instant createdAt,
            Instant updatedAt) {}

    record Stock(
            String id,
            String tags,
            String previewURL,
            String webformatURL,
            String largeImageURL,
            int imageWidth,
            int imageHeight) {}

    record Offer(String id, String name, String url, List<String> tags) {}
}
