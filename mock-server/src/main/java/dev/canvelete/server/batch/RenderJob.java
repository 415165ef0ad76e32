package dev.canvelete.server.batch;

import dev.canvelete.api.render.RenderRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A render that a worker has claimed.
 *
 * @param seq its place in the queue, its own alone
 * @param batchId the batch it is part of; null for a render on its own
 * @param webhook who is told, beside the account's endpoints, when it has ended
 * @param export whether it is to be told as an export, too
 * @param attempt counted from 1; only the latest attempt may end the render
 * @param designVersion of its design when it was claimed; null if the account saw no such design
 * @param claim what it was claimed with; null before that is known
 */
public record RenderJob(
        long seq,
        String renderId,
        @Nullable String batchId,
        String account,
        @Nullable String webhook,
        boolean export,
        int attempt,
        RenderRequest request,
        Instant startedAt,
        @Nullable Long designVersion,
        @Nullable Claim claim) {
    /** The same, begun at that time. */
    RenderJob begun(Instant now) {
        return new RenderJob(
                seq, renderId, batchId, account, webhook, export, attempt, request, now, designVersion, claim);
    }

    /** The same, claimed with those. */
    RenderJob in(Claim together) {
        return new RenderJob(
                seq, renderId, batchId, account, webhook, export, attempt, request, startedAt, designVersion, together);
    }
}
