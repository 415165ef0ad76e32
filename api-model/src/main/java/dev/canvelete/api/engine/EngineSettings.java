package dev.canvelete.api.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an engine may reach.
 *
 * @param assetFolder files below it may be named by a design's {@code src}; null for none
 * @param fontFolder more fonts; null for none
 * @param network whether http(s) assets are fetched
 * @param privateAddresses whether http(s) assets may lie on loopback, private and link-local addresses
 */
public record EngineSettings(
        @Nullable Path assetFolder, @Nullable Path fontFolder, boolean network, boolean privateAddresses) {
    /** No files, the public network only. */
    public static EngineSettings standard() {
        return new EngineSettings(null, null, true, false);
    }

    /** These settings with assets from that folder. */
    public EngineSettings withAssetFolder(Path folder) {
        return new EngineSettings(folder, fontFolder, network, privateAddresses);
    }
}
