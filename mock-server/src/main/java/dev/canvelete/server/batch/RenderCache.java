package dev.canvelete.server.batch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.canvelete.server.artifact.ArtifactStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Finds earlier renders that were just the same. The renders are stored anyway, so it asks for those once when renders are
 * claimed, and remembers beside them only what ended since. A file that is kept no longer is rendered again. Thread-safe.
 */
final class RenderCache {
    private final RenderFiles files;
    private final ArtifactStore artifacts;
    private final Map<Place, RenderOutcome.Completed> recent = new ConcurrentHashMap<>();
    private final Queue<Recent> stored = new ConcurrentLinkedQueue<>();

    RenderCache(RenderFiles files, ArtifactStore artifacts) {
        this.files = files;
        this.artifacts = artifacts;
    }

    /** What an earlier, equal render is found by, and that render, if one is stored; empty if it is drawn anyway. */
    Optional<Claim.Earlier> earlier(RenderJob job) {
        return Objects.requireNonNull(job.claim()).earlier(job.renderId(), this::lookUp);
    }

    private Map<String, Claim.Earlier> lookUp(List<RenderJob> claimed) {
        // Whatever is stored by now is found in the database.
        for (Recent one = stored.poll(); one != null; one = stored.poll()) {
            recent.remove(one.place, one.completed);
        }
        RenderKeys renderKeys = new RenderKeys();
        Map<String, Claim.Earlier> earlier = new HashMap<>();
        claimed.stream()
                .filter(job -> job.designVersion() != null
                        && !Boolean.FALSE.equals(job.request().cache()))
                .collect(groupingBy(RenderJob::account, toMap(RenderJob::renderId, renderKeys::of)))
                .forEach((account, keys) -> {
                    Map<String, RenderOutcome.Completed> equal = files.equal(account, Set.copyOf(keys.values()));
                    keys.forEach((render, key) -> earlier.put(render, new Claim.Earlier(key, equal.get(key))));
                });
        return earlier;
    }

    /** A render has ended with that, which a moment later can be seen in the database. */
    void ended(String account, RenderOutcome.Completed completed) {
        if (completed.cacheKey() != null) {
            recent.put(new Place(account, completed.cacheKey()), completed);
        }
    }

    /** What {@link #ended} is stored, or never will be. */
    void settled(String account, RenderOutcome.Completed completed) {
        if (completed.cacheKey() != null) {
            stored.add(new Recent(new Place(account, completed.cacheKey()), completed));
        }
    }

    /** The earlier render, or one that ended since, with its file still there. */
    Optional<RenderOutcome.Completed> find(RenderJob job, Claim.Earlier earlier) throws IOException {
        RenderOutcome.Completed since = recent.get(new Place(job.account(), earlier.key()));
        RenderOutcome.Completed equal = since == null ? earlier.render() : since;
        return equal != null && artifacts.touch(equal.artifact()) ? Optional.of(equal) : Optional.empty();
    }

    private record Place(String account, String key) {}

    private record Recent(Place place, RenderOutcome.Completed completed) {}
}
