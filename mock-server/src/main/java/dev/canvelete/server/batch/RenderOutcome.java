package dev.canvelete.server.batch;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.render.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a render ended. */
public sealed interface RenderOutcome {
    /**
     * Its file is in the artifact store.
     *
     * @param width in pixels
     * @param height in pixels
     * @param fileSize in bytes
     * @param renderTime in milliseconds
     * @param artifact what the artifact store has it under
     * @param cacheKey what equal renders find it by; null if they shall not
     * @param cached whether it is an earlier render's file
     */
    record Completed(
            int width,
            int height,
            long fileSize,
            long renderTime,
            List<Warning> warnings,
            String artifact,
            @Nullable String cacheKey,
            boolean cached)
            implements RenderOutcome {
        /** The same file for another render, which took that many milliseconds. */
        Completed again(long time) {
            return new Completed(width, height, fileSize, time, warnings, artifact, cacheKey, true);
        }
    }

    /** There is no file, and this is why. */
    record Failed(ApiError error) implements RenderOutcome {}
}
