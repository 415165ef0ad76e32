package dev.canvelete.render.resource;

import java.time.Duration;

/**
 * What an asset may cost.
 *
 * @param bytes of one file as it is loaded
 * @param pixels of one image as it is decoded, and of all that are being decoded at one moment
 * @param side of one image, in pixels
 * @param redirects that are followed for one URL
 * @param connectTimeout until a connection stands, its TLS included
 * @param totalTimeout for one URL: every redirect, and the last byte
 * @param cachedFileBytes kept of files from the network
 * @param cachedPixelBytes kept of decoded images
 */
public record Limits(
        int bytes,
        long pixels,
        int side,
        int redirects,
        Duration connectTimeout,
        Duration totalTimeout,
        long cachedFileBytes,
        long cachedPixelBytes) {
    private static final long MIB = 1 << 20;

    /** 20 MB and 50 megapixels an image, five redirects, 15 seconds; less where the heap is small. */
    public static Limits standard() {
        long heap = Runtime.getRuntime().maxMemory();
        return new Limits(
                20 * (int) MIB,
                Math.min(50_000_000, heap / 16),
                20_000,
                5,
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Math.min(64 * MIB, heap / 16),
                Math.min(256 * MIB, heap / 8));
    }
}
