package dev.canvelete.server.batch;

import org.jspecify.annotations.Nullable;

/** One attempt at a render, from its beginning until its result counts or it is given up. Thread-safe. */
final class RunningRender {
    private final RenderJob job;
    private @Nullable Thread drawing;
    private @Nullable Thread stopped;
    private boolean over;

    RunningRender(RenderJob job) {
        this.job = job;
    }

    RenderJob job() {
        return job;
    }

    /** The calling thread begins to draw, unless it was given up. */
    synchronized boolean draw() {
        if (!over) {
            drawing = Thread.currentThread();
        }
        return !over;
    }

    /** It has a result; whether that counts, because it was not given up. */
    synchronized boolean end() {
        boolean counts = !over;
        over = true;
        return counts;
    }

    /** Gives it up, unless it has a result, and interrupts whoever draws it; whether it was given up by this. */
    synchronized boolean giveUp() {
        if (over) {
            return false;
        }
        over = true;
        stopped = drawing;
        if (stopped != null) {
            stopped.interrupt();
        }
        return true;
    }

    /** The thread that drew it when it was given up, and may do so forever. */
    synchronized @Nullable Thread stopped() {
        return stopped;
    }
}
