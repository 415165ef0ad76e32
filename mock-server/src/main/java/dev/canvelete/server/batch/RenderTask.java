package dev.canvelete.server.batch;

import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.engine.PreparedDesigns;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns one claimed render into its file. Thread-safe. */
public final class RenderTask {
    private static final Logger LOG = LoggerFactory.getLogger(RenderTask.class);

    private final PreparedDesigns designs;
    private final ArtifactStore artifacts;
    private final RenderCache cache;
    private final WorldClocks clocks;
    private final RenderInterceptor interceptor;

    public RenderTask(
            PreparedDesigns designs,
            ArtifactStore artifacts,
            RenderFiles files,
            WorldClocks clocks,
            RenderInterceptor interceptor) {
        this.designs = designs;
        this.artifacts = artifacts;
        this.cache = new RenderCache(files, artifacts);
        this.clocks = clocks;
        this.interceptor = interceptor;
    }

    /**
     * Renders and stores the file, on the caller's thread unless the render is held back first; whatever goes wrong
     * fails this render alone.
     *
     * @return empty if it was given up meanwhile and nothing was drawn
     */
    CompletableFuture<Optional<RenderOutcome>> run(RunningRender render) {
        CompletableFuture<Optional<ApiError>> go = interceptor.before(render.job());
        return go.isDone()
                ? go.thenApply(error -> outcome(render, error))
                : go.thenApplyAsync(error -> outcome(render, error), Thread::startVirtualThread);
    }

    private Optional<RenderOutcome> outcome(RunningRender render, Optional<ApiError> error) {
        if (!render.draw()) {
            return Optional.empty();
        }
        return Optional.of(error.<RenderOutcome>map(RenderOutcome.Failed::new).orElseGet(() -> draw(render.job())));
    }

    private RenderOutcome draw(RenderJob job) {
        try {
            return render(job);
        } catch (RenderException e) {
            return new RenderOutcome.Failed(new ApiError(
                    e.code().name(),
                    String.valueOf(e.getMessage()),
                    e.faults().stream().allMatch(fault -> fault.path().isEmpty()) ? null : Json.tree(e.faults())));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("render {} failed", job.renderId(), e);
            return new RenderOutcome.Failed(
                    ApiError.of(ErrorCode.RENDER_FAILED, "The render failed; the server's log says why"));
        }
    }

    private RenderOutcome render(RenderJob job) throws RenderException, IOException {
        Optional<Claim.Earlier> earlier = cache.earlier(job);
        Optional<RenderOutcome.Completed> equal = earlier.isEmpty() ? Optional.empty() : cache.find(job, earlier.get());
        if (equal.isPresent()) {
            return equal.get().again(time(job));
        }
        Rendering rendering = rendering(job);
        String artifact = artifacts.write(rendering.bytes());
        RenderOutcome.Completed completed = new RenderOutcome.Completed(
                rendering.width(),
                rendering.height(),
                rendering.bytes().length,
                time(job),
                rendering.warnings(),
                artifact,
                earlier.map(Claim.Earlier::key).orElse(null),
                false);
        cache.ended(job.account(), completed);
        return completed;
    }

    private Rendering rendering(RenderJob job) throws RenderException {
        String design = designId(job.request());
        RenderOptions options = RenderOptions.of(job.request());
        RenderRecord record = data(job.request());
        return job.batchId() == null
                ? designs.render(job.account(), design, job.designVersion(), options, record)
                : designs.get(job.account(), design, job.designVersion(), options)
                        .render(record);
    }

    /** What a render ended with is stored, or never will be. */
    void settled(RenderJob job, RenderOutcome outcome) {
        if (outcome instanceof RenderOutcome.Completed completed) {
            cache.settled(job.account(), completed);
        }
    }

    private long time(RenderJob job) {
        return Duration.between(job.startedAt(), clocks.now(job.account())).toMillis();
    }

    static RenderRecord data(RenderRequest request) {
        return RenderRecord.of(request.dynamicData(), request.dynamicElements());
    }

    /** The design or template that a request names. */
    public static String designId(RenderRequest request) {
        String template = request.templateId();
        String design = request.designId() == null ? template : request.designId();
        return design == null ? "" : design;
    }
}
