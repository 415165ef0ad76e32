package dev.canvelete.client;

import org.jspecify.annotations.Nullable;

/**
 * What was used of the plan. A number that the service does not tell is null.
 *
 * @param storageUsed in bytes
 */
public record UsageStats(
        @Nullable Long creditsUsed,
        @Nullable Long creditLimit,
        @Nullable Long creditsRemaining,
        @Nullable Long apiCalls,
        @Nullable Long apiCallLimit,
        @Nullable Long renders,
        @Nullable Long storageUsed) {}
