package dev.canvelete.server.batch;

import dev.canvelete.api.error.ApiError;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Stands before every render and may hold it back or let it fail. Implementations are thread-safe. */
public interface RenderInterceptor {
    /** Lets every render begin at once. */
    RenderInterceptor NONE = new RenderInterceptor() {
        @Override
        public void accepted(String account, List<NewBatch.NewRender> renders) {
            // Nothing is decided beforehand.
        }

        @Override
        public CompletableFuture<Optional<ApiError>> before(RenderJob job) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    };

    /** Renders of one request, in its order, are about to be stored. */
    void accepted(String account, List<NewBatch.NewRender> renders);

    /**
     * A worker has claimed a render.
     *
     * @return completes when the render may begin, or with the error that it fails with instead
     */
    CompletableFuture<Optional<ApiError>> before(RenderJob job);
}
