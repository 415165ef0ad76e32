package dev.canvelete.server.batch;

import dev.canvelete.api.render.RenderRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch to be stored.
 *
 * @param webhook who is told when it has ended
 * @param renders in the order of the request
 */
public record NewBatch(
        String id, String account, @Nullable String webhook, Instant createdAt, List<NewRender> renders) {
    /**
     * One render of it, or one on its own.
     *
     * @param webhook who is told when a render on its own has ended
     * @param export whether it is to be told as an export, too
     */
    public record NewRender(
            String id, RenderRequest request, @Nullable String webhook, boolean export) {}
}
