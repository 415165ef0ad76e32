package dev.canvelete.server.asset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every file below {@link AssetUrls#PATH}: what was uploaded, stock images and icons. Thread-safe. */
public final class AssetFiles {
    private static final Pattern UPLOADED = Pattern.compile("(\\w{1,64})\\.\\w{1,8}");

    private final AssetLibrary library;
    private final StockImages stock;
    private final Icons icons;

    public AssetFiles(AssetLibrary library, StockImages stock, Icons icons) {
        this.library = library;
        this.stock = stock;
        this.icons = icons;
    }

    /** The file of that name, such as {@code asset_1.png} or {@code icons/home.svg}. */
    public Optional<AssetStore.Content> find(String name) {
        if (name.startsWith(StockImages.FOLDER)) {
            return stock.file(name.substring(StockImages.FOLDER.length()));
        }
        if (name.startsWith(Icons.FOLDER)) {
            return icons.file(name.substring(Icons.FOLDER.length()));
        }
        Matcher uploaded = UPLOADED.matcher(name);
        return uploaded.matches() ? library.content(uploaded.group(1)) : Optional.empty();
    }
}
