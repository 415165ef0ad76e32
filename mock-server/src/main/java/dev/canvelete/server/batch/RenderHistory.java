package dev.canvelete.server.batch;

import dev.canvelete.api.render.RenderResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an account has had rendered, in batches and on its own. Implementations are thread-safe. */
public interface RenderHistory {
    /**
     * One page, newest first.
     *
     * @param design only renders of this design or template; null for all
     * @param page counted from 1
     */
    Page list(String account, @Nullable String design, int page, int limit);

    /**
     * One page.
     *
     * @param total how many renders all pages have
     */
    record Page(List<RenderResult> renders, long total) {}
}
