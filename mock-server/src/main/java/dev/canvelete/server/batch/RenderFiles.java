package dev.canvelete.server.batch;

import dev.canvelete.api.render.OutputFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which file each finished render has. Implementations are thread-safe. */
public interface RenderFiles {
    /** The file of a render that completed, whoever's it is. */
    Optional<RenderFile> find(String renderId);

    /** Whose render that is. */
    Optional<String> account(String renderId);

    /** The latest completed renders of the account that were stored under those cache keys, by their keys. */
    Map<String, RenderOutcome.Completed> equal(String account, Set<String> cacheKeys);

    /** Those of some files that a render names. Reads every render, however few files are asked for. */
    Set<String> named(Set<String> digests);

    /**
     * A render's file.
     *
     * @param digest what the artifact store has it under
     */
    record RenderFile(String digest, OutputFormat format) {}
}
