package dev.canvelete.server.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file, without its bytes.
 *
 * @param id cannot be guessed: it is all that a download needs
 * @param account whose it is
 * @param name for people
 * @param size in bytes
 * @param pixels the size of a picture; null for what is no picture, or does not say
 */
public record Asset(
        String id,
        String account,
        String name,
        AssetFormat format,
        long size,
        @Nullable ImageSize pixels,
        Instant createdAt) {}
