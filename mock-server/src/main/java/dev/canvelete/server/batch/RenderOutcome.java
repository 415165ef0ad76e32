package dev.canvelete.server.batch;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.render.Warning;
import java.util.List;

/** How a render ended. */
public sealed interface RenderOutcome {
    /**
     * Its file is in the artifact store.
     *
     * @param width in pixels
     * @param height in pixels
     * @param fileSize in bytes
     * @param renderTime in milliseconds
     */
    record Completed(int width, int height, long fileSize, long renderTime, List<Warning> warnings)
            implements RenderOutcome {}

    /** There is no file, and this is why. */
    record Failed(ApiError error) implements RenderOutcome {}
}
