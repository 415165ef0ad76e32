package dev.canvelete.server.batch;

import dev.canvelete.api.render.OutputFormat;
import java.util.Optional;
import java.util.Set;

/** Which file each finished render has. Implementations are thread-safe. */
public interface RenderFiles {
    /** The file of a render that completed, whoever's it is. */
    Optional<RenderFile> find(String renderId);

    /** Whose render that is. */
    Optional<String> account(String renderId);

    /** The latest completed render of the account that was stored under that cache key. */
    Optional<RenderOutcome.Completed> equal(String account, String cacheKey);

    /** Those of some files that a render names. */
    Set<String> named(Set<String> digests);

    /**
     * A render's file.
     *
     * @param digest what the artifact store has it under
     */
    record RenderFile(String digest, OutputFormat format) {}
}
