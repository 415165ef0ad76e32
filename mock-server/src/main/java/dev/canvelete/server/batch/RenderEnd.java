package dev.canvelete.server.batch;

import java.time.Instant;

/** How a claimed render ended, and when, to be recorded. */
public record RenderEnd(RenderJob job, RenderOutcome outcome, Instant at) {}
