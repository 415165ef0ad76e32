package dev.canvelete.api.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many renders in one request.
 *
 * @param renders what to render; the answer keeps their order
 * @param webhook an http(s) URL that is told when all have ended
 */
public record BatchRequest(
        List<RenderRequest> renders, @Nullable String webhook) {
    public BatchRequest {
        renders = List.copyOf(renders);
    }
}
