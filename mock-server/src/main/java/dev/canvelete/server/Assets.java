package dev.canvelete.server;

import dev.canvelete.api.engine.FontInfo;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.asset.AssetEngine;
import dev.canvelete.server.asset.AssetFiles;
import dev.canvelete.server.asset.AssetLibrary;
import dev.canvelete.server.asset.AssetUrls;
import dev.canvelete.server.asset.Icons;
import dev.canvelete.server.asset.StockImages;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.http.AssetFileResource;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.UploadResource;
import dev.canvelete.server.http.sdk.AssetResource;
import dev.canvelete.server.http.sdk.LibraryResource;
import dev.canvelete.server.http.sdk.OfferResource;
import dev.canvelete.server.id.IdSource;
import java.util.List;
import java.util.function.Supplier;

/** What has to do with assets, put together. */
final class Assets {
    private final AssetUrls urls;
    private final AssetLibrary library;
    private final StockImages stock = new StockImages();
    private final Icons icons = new Icons();
    private final AssetFiles files;

    Assets(Database database, DownloadUrls downloads, IdSource ids, WorldClocks clocks) {
        this.urls = new AssetUrls(downloads.base());
        this.library = new AssetLibrary(database.assets(), ids, clocks);
        this.files = new AssetFiles(library, stock, icons);
    }

    /** The engine, which then need not fetch the service's own assets. */
    RenderEngine handedTo(RenderEngine engine) {
        return new AssetEngine(engine, urls, files);
    }

    List<Object> components(IdempotencyKeys keys, Supplier<List<FontInfo>> fonts) {
        AssetResource assets = new AssetResource(library, urls, keys);
        OfferResource offers = new OfferResource(stock, icons, fonts, urls);
        return List.of(
                assets,
                offers,
                new LibraryResource(assets, offers),
                new UploadResource(library, urls),
                new AssetFileResource(files));
    }
}
