package dev.canvelete.server.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with everything that was tried.
 *
 * @param webhookId the endpoint that it is for; null for a URL that a request named
 * @param status {@code pending}, {@code delivered}, {@code exhausted}, or {@code cancelled} when its endpoint is gone or
 *     disabled
 * @param nextAttemptAt null when there will be none
 * @param body exactly what is signed and sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryRecord(
        String id,
        @Nullable String webhookId,
        String eventId,
        String eventType,
        String url,
        String status,
        @Nullable Instant createdAt,
        @Nullable Instant nextAttemptAt,
        String body,
        List<AttemptRecord> attempts) {
    /**
     * One attempt.
     *
     * @param number counted from 1
     * @param durationMs null while it goes on, or when the server ended before the answer
     * @param requestHeaders with the signature
     * @param status the answer's HTTP status; null when there was no answer
     * @param response the beginning of the answer's body
     * @param error why there was no answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptRecord(
            int number,
            Instant startedAt,
            @Nullable Long durationMs,
            @Nullable Map<String, String> requestHeaders,
            @Nullable Integer status,
            @Nullable String response,
            @Nullable String error) {}
}
