package dev.canvelete.server.db;

import dev.canvelete.api.render.Warning;
import dev.canvelete.server.batch.RenderOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a render completed, as the column {@code result} has it: what no other column says. */
record StoredResult(int width, int height, long fileSize, long renderTime, List<Warning> warnings, boolean cached) {
    static StoredResult of(RenderOutcome.Completed completed) {
        return new StoredResult(
                completed.width(),
                completed.height(),
                completed.fileSize(),
                completed.renderTime(),
                completed.warnings(),
                completed.cached());
    }

    RenderOutcome.Completed completed(String artifact, @Nullable String cacheKey) {
        return new RenderOutcome.Completed(width, height, fileSize, renderTime, warnings, artifact, cacheKey, cached);
    }
}
