package dev.canvelete.server.dashboard;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.server.error.Refusal;
import java.util.concurrent.Semaphore;

/** Draws for people who look, a few pictures at a time, so that looking does not hold up the work. Thread-safe. */
public final class Previews {
    private static final int MOST_AT_ONCE = 2;

    private final RenderEngine engine;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    public Previews(RenderEngine engine) {
        this.engine = engine;
    }

    /**
     * A picture that is stored nowhere and counted nowhere.
     *
     * @throws Refusal if it cannot be drawn
     */
    Rendering draw(Design design, RenderOptions options, RenderRecord record) {
        free.acquireUninterruptibly();
        try {
            return engine.render(design, options, record);
        } catch (RenderException e) {
            throw Refusal.of(ErrorCode.VALIDATION_ERROR, String.valueOf(e.getMessage()));
        } finally {
            free.release();
        }
    }
}
