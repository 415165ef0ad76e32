package dev.canvelete.server.asset;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where assets are fetched.
 *
 * @param base gives the server's own address as its clients see it, without a slash at the end; asked each time, because
 *     a free port is known only once the server listens
 */
public record AssetUrls(Supplier<URI> base) {
    /** The path below which every asset lies. */
    public static final String PATH = "/assets/";

    /** The address of the file of that name, such as {@code asset_1.png} or {@code icons/home.svg}. */
    public String of(String file) {
        return base.get() + PATH + file;
    }

    /** The address of an uploaded asset. */
    public String of(Asset asset) {
        return of(asset.id() + "." + asset.format().extension());
    }

    /** Where a file is to be sent that this id is kept for. */
    public String upload(String id) {
        return base.get() + "/uploads/" + id;
    }

    /** The name of the file at an address of ours; empty for any other text. */
    Optional<String> file(String address) {
        String ours = base.get() + PATH;
        return address.startsWith(ours) ? Optional.of(address.substring(ours.length())) : Optional.empty();
    }
}
