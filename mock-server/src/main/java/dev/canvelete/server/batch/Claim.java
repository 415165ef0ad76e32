package dev.canvelete.server.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders that were claimed together. Thread-safe. */
final class Claim {
    private final List<RenderJob> jobs;
    private @Nullable Map<String, Earlier> earlier;

    Claim(List<RenderJob> jobs) {
        this.jobs = jobs;
    }

    /**
     * What an earlier, equal render of one of these is found by, and the render; empty if it is to be drawn anyway.
     *
     * @param lookUp gives it for all that are not, by their ids; asked when the first of these is to be drawn
     */
    synchronized Optional<Earlier> earlier(String renderId, Function<List<RenderJob>, Map<String, Earlier>> lookUp) {
        if (earlier == null) {
            earlier = lookUp.apply(jobs);
        }
        return Optional.ofNullable(earlier.get(renderId));
    }

    /**
     * A render that would have the same file.
     *
     * @param key what such renders have in common
     * @param render null if none had been stored
     */
    record Earlier(String key, RenderOutcome.@Nullable Completed render) {}
}
