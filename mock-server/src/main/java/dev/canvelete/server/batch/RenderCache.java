package dev.canvelete.server.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.artifact.Digests;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds earlier renders that were just the same. It keeps nothing of its own: the renders are stored anyway, and a file
 * that is kept no longer is rendered again. Thread-safe.
 */
final class RenderCache {
    private final RenderFiles files;
    private final ArtifactStore artifacts;
    private final Map<Place, RenderOutcome.Completed> unstored = new ConcurrentHashMap<>();

    RenderCache(RenderFiles files, ArtifactStore artifacts) {
        this.files = files;
        this.artifacts = artifacts;
    }

    /** What renders with the same file have in common; whatever decides about the file is in it. */
    static String key(String designId, long version, RenderOptions options, RenderRecord record) {
        try {
            return Digests.sha256(Json.mapper().writeValueAsBytes(new Key(designId, version, options, record)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what came as JSON goes as JSON", e);
        }
    }

    /** A render has ended with that, which a moment later can be seen in the database. */
    void ended(String account, RenderOutcome.Completed completed) {
        if (completed.cacheKey() != null) {
            unstored.put(new Place(account, completed.cacheKey()), completed);
        }
    }

    /** What {@link #ended} is stored, or never will be. */
    void settled(String account, RenderOutcome.Completed completed) {
        if (completed.cacheKey() != null) {
            unstored.remove(new Place(account, completed.cacheKey()), completed);
        }
    }

    /** The earlier render, with its file still there. */
    Optional<RenderOutcome.Completed> find(String account, String key) throws IOException {
        Optional<RenderOutcome.Completed> equal =
                Optional.ofNullable(unstored.get(new Place(account, key))).or(() -> files.equal(account, key));
        return equal.isPresent() && artifacts.touch(equal.get().artifact()) ? equal : Optional.empty();
    }

    private record Place(String account, String key) {}

    private record Key(String designId, long version, RenderOptions options, RenderRecord record) {}
}
